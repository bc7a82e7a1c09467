package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command.ConfigureVoice;
import callflow.engine.call.Command.StartTimer;
import callflow.engine.call.TimerId;
import callflow.engine.call.VoiceSetup.Offer;
import callflow.program.Move;
import callflow.value.StateName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairTest {
  private static final String DESK =
      """
      start: number
      variables:
        number: { type: digits, length: 4, describe: the customer number }
        day: { type: date, describe: the day }
        known: { type: boolean, initial: false }
      tools:
        find: { use: shop.find, with: { number: "${number}" }, save: { known: result.found } }
        note: { use: shop.note, with: { text: "${day}" } }
      defaults:
        silence:
          - { after: 7s, say: "Still there?" }
          - { after: 7s, goto: bye }
        on: { attempts_exhausted: bye, tool.failed: bye, tool.timeout: bye, tool.unknown: bye }
      repair:
        cancel: { goto: bye, say: Very well. }
      states:
        number:
          help: It is on your bill.
          collect:
            number: { ask: "Which number?" }
          run: find
          next: day
          on: { find.not_found: bye }
        day:
          collect:
            day: { ask: "Which day?" }
          next: menu
        menu:
          prompt: Ask what else.
          choices:
            note: { caller: wants a note, examples: [take a note], goto: noted }
            done: { caller: has nothing else, examples: [that was all], goto: bye }
        noted:
          before: note
          prompt: Say it is noted.
          choices:
            done: { caller: has nothing else, goto: bye }
        bye:
          say: Goodbye.
          hangup: done
      """;

  private static TestCall inDay() {
    var call = TestCall.answered(DESK).callerSays("1234").modelFills("number", "1234").turnEnds();
    return call.returns(new ToolResult.Done(Value.Fields.of("found", new Value.Bool(true))));
  }

  private static TestCall inMenu() {
    return inDay().callerSays("tomorrow").modelFills("day", "2026-03-03").turnEnds();
  }

  private static List<String> offered(TestCall call) {
    return call.of(ConfigureVoice.class).getLast().setup().moves().stream()
        .map(Offer::name)
        .map(Object::toString)
        .toList();
  }

  @Test
  void only_what_makes_sense_is_offered() {
    assertThat(offered(TestCall.answered(DESK)))
        .containsExactly("cancel", "repeat", "help", "wait");
    assertThat(offered(inMenu()))
        .containsExactly(
            "note",
            "done",
            "cancel",
            "repeat",
            "start_over",
            "help",
            "wait",
            "back",
            "correct_number",
            "correct_day");
  }

  @Test
  void help_is_what_the_state_says_and_the_question_follows() {
    var call = TestCall.answered(DESK).callerSays("help").modelChooses("help");

    assertThat(call.said()).containsExactly("It is on your bill.", "Which number?");
    assertThat(call.turnEnds().said()).isEmpty();
  }

  @Test
  void without_words_of_the_flow_help_names_examples() {
    var call = inMenu().callerSays("help").modelChooses("help");

    assertThat(call.said()).containsExactly("You can say, for example: take a note, that was all.");
  }

  @Test
  void a_caller_who_asks_for_a_moment_gets_it_and_then_the_ladder_begins() {
    var call = TestCall.answered(DESK).callerSays("one moment").modelChooses("wait").turnEnds();

    call.playbackEnds();
    assertThat(call.of(StartTimer.class).getLast().after()).isEqualTo(Silence.PATIENCE);
    call.fires(TimerId.SILENCE);
    assertThat(call.said()).isEmpty();
    call.fires(TimerId.SILENCE);

    assertThat(call.said()).containsExactly("Still there?");
  }

  @Test
  void back_leads_to_the_question_before_and_forgets_what_was_given_and_found_there() {
    var call = inDay().callerSays("go back").modelChooses("back");

    assertThat(call.in()).isEqualTo("number");
    assertThat(call.said()).containsExactly("Which number?");
    assertThat(call.value("number")).isEmpty();
    assertThat(call.value("known")).hasValue("false");
  }

  @Test
  void an_earlier_value_is_put_right_where_it_was_asked_for_and_the_others_stay() {
    var call = inMenu().callerSays("my number is wrong").modelChooses("correct_number");
    assertThat(call.in()).isEqualTo("number");
    assertThat(call.value("day")).isPresent();

    call.callerSays("4321").modelFills("number", "4321").turnEnds().succeeds();

    assertThat(call.in()).isEqualTo("menu");
    assertThat(call.value("number")).hasValue("4321");
  }

  @Test
  void nothing_leads_back_beyond_what_was_changed_outside() {
    var call = inMenu().callerSays("a note").modelChooses("note").turnEnds().succeeds();

    assertThat(call.in()).isEqualTo("noted");
    assertThat(offered(call)).doesNotContain("back", "correct_number", "correct_day");
    assertThat(call.callerSays("back").modelChooses("back").refusals())
        .containsExactly("not_offered");
  }

  @Test
  void starting_over_needs_a_yes_and_forgets_everything() {
    var call = inMenu().callerSays("start over").modelChooses("start_over");
    assertThat(call.said()).containsExactly("Shall we start again from the beginning?");
    call.turnEnds();

    call.callerSays("yes");
    assertThat(call.in()).isEqualTo("number");
    assertThat(List.of(call.value("number"), call.value("day"))).containsOnly(Optional.empty());
  }

  @Test
  void a_no_to_starting_over_leaves_everything_as_it_was() {
    var call = inMenu().callerSays("start over").modelChooses("start_over").turnEnds();

    call.callerSays("no");

    assertThat(call.in()).isEqualTo("menu");
    assertThat(call.value("day")).isPresent();
  }

  @Test
  void cancelling_leads_where_the_flow_says() {
    var call = inMenu().callerSays("cancel that").modelChooses("cancel");

    assertThat(call.said()).containsExactly("Very well.", "Goodbye.");
  }

  @Test
  void a_flow_or_a_state_may_do_without_them_or_reword_them() {
    var off = DESK.replace("repair:\n", "repair:\n  help: off\n");
    assertThat(offered(TestCall.answered(off))).doesNotContain("help");

    var offHere =
        DESK.replace("help: It is on your bill.", "repair: { cancel: off, wait: { say: Sure. } }");
    var call = TestCall.answered(offHere);
    assertThat(offered(call)).containsExactly("repeat", "wait");
    assertThat(call.callerSays("moment").modelChooses("wait").said()).containsExactly("Sure.");

    var none = DESK.replace("help: It is on your bill.", "repair: off");
    assertThat(TestCall.answered(none).of(ConfigureVoice.class).getLast().setup().moves())
        .isEmpty();
  }

  @Test
  void a_choice_of_the_same_name_comes_first() {
    var own = DESK.replace("note: { caller", "back: { caller").replace("a note, ex", "back, ex");

    var menu = TestCall.program(own).state(new StateName("menu"));

    assertThat(menu.moves())
        .filteredOn(move -> move.name().value().equals("back"))
        .extracting(Move::anywhere)
        .containsExactly(false);
  }
}
