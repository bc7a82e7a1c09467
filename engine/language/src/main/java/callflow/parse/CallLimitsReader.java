package callflow.parse;

import callflow.syntax.CallLimitsDecl;
import java.time.Duration;

/// The section `limits:` of a flow, each limit with the range in which callers can live with it.
final class CallLimitsReader {
  /// A call can't be brought to a decent end in less.
  private static final Duration SHORTEST_CALL = Duration.ofMinutes(1);

  /// Carriers cut calls off themselves after that.
  private static final Duration LONGEST_CALL = Duration.ofHours(4);

  private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final int FEWEST_TURNS = 5;
  private static final int MOST_TURNS = 1000;
  private static final int MOST_TOOL_CALLS = 2000;
  private static final int MOST_ASKS = 10;
  private static final int MOST_RESTARTS = 10;

  private CallLimitsReader() {}

  static CallLimitsDecl read(Slot slot) {
    return slot.fields("`limits`", "`limits: { call_time: 15m }`")
        .map(CallLimitsReader::limits)
        .orElse(CallLimitsDecl.NONE);
  }

  private static CallLimitsDecl limits(MapReader map) {
    var limits =
        new CallLimitsDecl(
            map.take("call_time").flatMap(each -> each.duration(SHORTEST_CALL, LONGEST_CALL)),
            map.take("idle").flatMap(each -> each.duration(SHORTEST_IDLE, LONGEST_IDLE)),
            map.take("inter_digit").flatMap(each -> each.duration(SHORTEST_PAUSE, LONGEST_PAUSE)),
            map.take("turns").flatMap(each -> each.integer(FEWEST_TURNS, MOST_TURNS)),
            map.take("tool_calls").flatMap(each -> each.integer(1, MOST_TOOL_CALLS)),
            map.take("confirm_asks").flatMap(each -> each.integer(1, MOST_ASKS)),
            map.take("voice_restarts").flatMap(each -> each.integer(0, MOST_RESTARTS)));
    map.close();
    return limits;
  }
}
