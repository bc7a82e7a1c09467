package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.engine.call.Event;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallFactsTest {
  private static final String FLOW =
      """
      start: facts
      schedules:
        office: { zone: Europe/Berlin, open: { mon-fri: "08:00-18:00" } }
      states:
        facts:
          say: >-
            Called ${call.direction} on ${call.started} by ${call.from} for
            ${call.headers.x_customer_id}.
          next:
            - if: call.started < '2026-03-02T10:01' and now >= call.started
              goto: right
            - goto: wrong
        right: { hangup: right }
        wrong: { hangup: wrong }
      """;

  @Test
  void what_the_line_tells_can_be_said_and_asked_about() {
    var call = TestCall.of(FLOW);
    var at = Instant.parse("2026-03-02T09:00:00.5Z");
    var headers = new LinkedHashMap<>(Map.of("x_customer_id", "C7"));

    call.happens(new Event.CallStarted(at, new CallInfo("+4930123456", "").withHeaders(headers)));

    assertThat(call.said())
        .containsExactly(
            "Called inbound on the second of March 2026 at 10 AM by plus 4 9, 3 0, 1 2 3 4 5 6"
                + " for C7.");
    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=right]]");
  }
}
