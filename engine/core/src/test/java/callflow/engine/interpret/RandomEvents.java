package callflow.engine.interpret;

import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Event;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Events by chance: mostly such as could come, now and then late, doubled, hostile or senseless.
final class RandomEvents {
  private static final List<String> WORDS =
      List.of("yes", "no", "1234", "", "fifty euros", "agent", "what?", "x".repeat(10_000));

  private static final List<String> MOVES =
      List.of(
          "choice0",
          "choice1",
          "anywhere",
          "help",
          "wait",
          "back",
          "start_over",
          "correct_number",
          "",
          "?");

  private final Random random;
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  Event next(CallState state) {
    now = now.plusMillis(random.nextInt(3_000));
    return switch (random.nextInt(20)) {
      case 0 -> new Event.DigitPressed(now, pick(List.of('0', '1', '2', '4', '#', '*', 'x')));
      case 1 -> new Event.CallerSpoke(now);
      case 2, 3, 4 -> new Event.CallerSaid(now, pick(WORDS));
      case 5 -> new Event.AgentSaid(now, pick(WORDS));
      case 6, 7, 8 -> new Event.TurnEnded(now);
      case 9 -> new Event.PlaybackEnded(now);
      case 10, 11, 12 -> request();
      case 13, 14, 15 -> answer(state);
      case 16, 17 -> new Event.VoiceReady(now, state.visit() - (random.nextInt(5) == 0 ? 1 : 0));
      case 18 -> transferEnded(state);
      default -> random.nextInt(4) == 0 ? rare(state) : timer(state);
    };
  }

  private Event transferEnded(CallState state) {
    var outcome = pick(List.of(TransferOutcome.values()));
    return new Event.TransferEnded(now, state.visit(), outcome);
  }

  private Event rare(CallState state) {
    return switch (random.nextInt(8)) {
      case 0 -> new Event.CallerHungUp(now);
      case 1 -> new Event.CallStarted(now, CallInfo.UNKNOWN);
      case 2 -> new Event.VoiceLost(now, "1006");
      case 3 -> new Event.CallerInterrupted(now, Duration.ofMillis(random.nextInt(5_000)));
      case 4 -> new Event.TimerFired(now, TimerId.CALL, 0);
      case 5 -> new Event.TurnEnded(now.minusSeconds(60));
      default -> timer(state);
    };
  }

  private Event request() {
    var id = new ToolCallId(random.nextInt(10) == 0 ? "same" : "m" + random.nextInt(1_000_000));
    return switch (random.nextInt(4)) {
      case 0 ->
          new Event.ToolRequested(
              now,
              id,
              new ToolName("choose"),
              Value.Fields.of("move", new Value.Text(pick(MOVES))));
      case 1 -> new Event.ToolRequested(now, id, new ToolName("record"), values());
      default ->
          new Event.ToolRequested(
              now, id, new ToolName(pick(List.of("find", "note", "pay", "rm -rf"))), arguments());
    };
  }

  private Value.Fields values() {
    return Value.Fields.copyOf(
        Map.of(
            pick(List.of("number", "amount", "day", "flag", "", "other")),
            pick(
                List.of(
                    new Value.Text("1234"),
                    new Value.Text("12"),
                    new Value.Text("2026-03-02"),
                    Value.Decimal.of(50),
                    new Value.Bool(true),
                    new Value.Decimal(new BigDecimal("1E+999999999")),
                    new Value.Items(List.of())))));
  }

  private Value.Fields arguments() {
    return switch (random.nextInt(3)) {
      case 0 -> Value.Fields.NONE;
      case 1 -> Value.Fields.of("text", new Value.Text("hello"));
      default -> Value.Fields.of("amount", Value.Decimal.of(9_999));
    };
  }

  private Event answer(CallState state) {
    var ids = List.copyOf(state.pendingTools().keySet());
    var id = ids.isEmpty() || random.nextInt(8) == 0 ? new ToolCallId("late") : pick(ids);
    return new Event.ToolReturned(
        now,
        id,
        switch (random.nextInt(6)) {
          case 0 -> new ToolResult.Refused("not_found", "none");
          case 1 -> new ToolResult.Broken(ToolResult.Kind.TIMEOUT, "slow", true);
          case 2 -> new ToolResult.Broken(ToolResult.Kind.FAILED, "500", false);
          case 3 -> new ToolResult.Unknown("k");
          default ->
              new ToolResult.Done(
                  Value.Fields.of("found", new Value.Bool(random.nextBoolean()))
                      .with("text", new Value.Text("t")));
        });
  }

  private Event timer(CallState state) {
    var id = pick(List.of(TimerId.values()));
    int visit = state.timers().getOrDefault(id, random.nextInt(3));
    return new Event.TimerFired(now, id, visit);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
