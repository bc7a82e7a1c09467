package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.engine.call.Event;
import callflow.engine.call.Switches;
import callflow.value.SwitchName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwitchTest {
  private static final String FLOW =
      """
      start: hello
      switches:
        storm: A storm has cut off customers.
      schedules:
        office:
          zone: Europe/Berlin
          open: { mon-fri: "08:00-18:00" }
          emergency: { switch: storm }
      transfers:
        team: { to: "+4930123456", hours: office }
      variables:
        opening: { type: datetime }
      states:
        hello:
          set: { opening: "${opens_next('office')}" }
          say: "Welcome. ${announcement('storm')}"
          next:
            - if: switch('storm')
              goto: person
            - if: open('office')
              goto: person
            - goto: asleep
        person:
          transfer: team
          on: { closed: asleep, busy: asleep, no_answer: asleep, declined: asleep, voicemail: asleep, failed: asleep }
        asleep: { hangup: closed }
      """;

  @Test
  void a_switch_that_nobody_has_thrown_changes_nothing() {
    var call = started(Switches.NONE);

    assertThat(call.said()).containsExactly("Welcome.");
    assertThat(call.in()).isEqualTo("person");
  }

  @Test
  void a_thrown_switch_closes_the_office_at_any_hour_and_says_why() {
    var call = started(thrown(Optional.of("There is a storm.")));

    assertThat(call.said()).containsExactly("Welcome. There is a storm.");
    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=closed]]");
  }

  @Test
  void a_thrown_switch_need_not_say_anything() {
    assertThat(started(thrown(Optional.empty())).said()).containsExactly("Welcome.");
  }

  @Test
  void the_next_opening_is_known_unless_a_switch_keeps_the_office_closed() {
    assertThat(started(Switches.NONE).value("opening").orElseThrow())
        .startsWith("2026-03-03T08:00");
    assertThat(started(thrown(Optional.empty())).value("opening")).isEmpty();
  }

  private static Switches thrown(Optional<String> say) {
    return new Switches(new LinkedHashMap<>(Map.of(new SwitchName("storm"), say)));
  }

  private static TestCall started(Switches switches) {
    var call = TestCall.of(FLOW);
    var info = new CallInfo("+4917012345", "+4930123456").with(switches);
    return call.happens(new Event.CallStarted(call.now(), info));
  }
}
