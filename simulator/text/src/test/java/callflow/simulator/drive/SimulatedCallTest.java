package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.engine.call.VoiceSetup;
import callflow.engine.interpret.Interpreter;
import callflow.simulator.scenario.Northwind;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The shell of a simulated call, with models that behave and models that don't.
class SimulatedCallTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final List<ModelAct> IDENTIFIES =
      List.of(
          new ModelAct.Request(
              VoiceSetup.RECORD,
              Value.Fields.of("account", text("12345678")).with("birth_date", text("1990-02-02"))));

  private final List<Cue> cues = new ArrayList<>();

  @Test
  void the_model_opens_when_it_is_let_and_hears_what_the_caller_says() {
    var call = call((_, _) -> List.of());

    call.callerSays("hello there");

    assertThat(cues).containsExactly(new Cue.Invited(""), new Cue.Heard("hello there"));
  }

  @Test
  void the_answers_come_back_to_the_model_before_its_turn_ends() {
    var call = call((_, cue) -> cue instanceof Cue.Heard ? balance() : List.of());
    call.modelActs(IDENTIFIES);
    cues.clear();

    call.callerSays("how much is it");

    assertThat(cues).hasSize(2);
    assertThat(cues.getLast())
        .isEqualTo(
            new Cue.Answered(
                List.of(
                    new Cue.Answer(
                        new ToolName("get_balance"),
                        Value.Fields.NONE,
                        new ToolResult.Done(
                            Value.Fields.of(
                                "open", new Value.Decimal(new java.math.BigDecimal("84.20"))))))));
  }

  @Test
  void a_model_that_asks_for_ever_is_stopped() {
    var call = call((_, _) -> balance());
    call.modelActs(IDENTIFIES);

    call.callerSays("how much is it");

    assertThat(call.transcript().all(Line.ModelAsked.class)).hasSizeLessThan(200);
    assertThat(call.state().ended()).isFalse();
  }

  @Test
  void what_the_model_does_after_the_call_has_moved_on_is_not_played() {
    var goesAndTalks =
        List.<ModelAct>of(
            choose("to_agent"), new ModelAct.Speak("and another thing"), choose("to_agent"));
    var call = call((_, _) -> List.of());

    call.callerSays("agent", goesAndTalks);

    assertThat(call.transcript().said()).doesNotContain("and another thing");
    assertThat(call.transferring()).isTrue();
  }

  @Test
  void of_two_moves_in_one_turn_only_the_first_is_made() {
    var call = call((_, _) -> List.of());
    call.modelActs(IDENTIFIES);

    call.callerSays("pay, or rather not", List.of(choose("pay"), choose("done")));

    assertThat(call.transcript().state()).contains(new StateName("payment"));
    assertThat(call.transcript().taken(Taken.Refused.class)).hasSize(1);
  }

  @Test
  void time_stands_still_while_people_talk_and_passes_while_tools_are_waited_for() {
    var slow = new Slow(Duration.ofSeconds(3));
    var call = call((_, _) -> List.of(), slow);

    call.callerSays("hello");
    assertThat(call.now()).isEqualTo(MONDAY);
    call.modelActs(IDENTIFIES);

    assertThat(call.now()).isEqualTo(MONDAY.plusSeconds(3));
  }

  @Test
  void silence_rings_the_timers_that_are_due_and_no_others() {
    var call = call((_, _) -> List.of());

    call.passTime(Duration.ofSeconds(8));

    assertThat(call.transcript().all(Line.TimerRang.class))
        .containsExactly(new Line.TimerRang(MONDAY.plusSeconds(7), TimerId.SILENCE));
    assertThat(call.now()).isEqualTo(MONDAY.plusSeconds(8));
  }

  @Test
  void a_transfer_rings_until_somebody_says_how_it_comes_out() {
    var call = call((_, _) -> List.of());
    call.press("0");
    assertThat(call.transferring()).isTrue();

    call.transferEnds(TransferOutcome.BUSY);

    assertThat(call.transferring()).isFalse();
    assertThat(call.transcript().ending().orElseThrow().outcome()).isEqualTo("nobody_free");
  }

  @Test
  void a_transfer_nobody_answers_comes_back_by_itself() {
    var call = call((_, _) -> List.of());
    call.press("0");

    call.passTime(Duration.ofMinutes(2));

    assertThat(call.transcript().taken(Taken.TransferCameBack.class))
        .extracting(Taken.TransferCameBack::outcome)
        .containsExactly(TransferOutcome.NO_ANSWER);
  }

  @Test
  void nothing_a_caller_does_after_the_end_changes_anything() {
    var call = call((_, _) -> List.of());
    call.callerHangsUp();
    var state = call.state();

    call.callerSays("hello");
    call.press("1");
    call.modelActs(IDENTIFIES);
    call.passTime(Duration.ofMinutes(90));

    assertThat(call.state().phase()).isEqualTo(state.phase());
    assertThat(call.transcript().said()).hasSize(1);
  }

  @Test
  void what_the_agent_says_stands_where_it_was_said() {
    var call = call((_, _) -> List.of());

    assertThat(call.transcript().lines())
        .startsWith(
            new Line.Decided(
                MONDAY, new Taken.Entered(new StateName("welcome"), 1, "the call started")),
            new Line.AgentSaid(MONDAY, "Welcome to Northwind Energy."));
  }

  private SimulatedCall call(ModelDriver model) {
    return call(model, ScriptedReplies.of(Northwind.connectors()));
  }

  private SimulatedCall call(ModelDriver model, ToolBench bench) {
    ModelDriver listening =
        (scene, cue) -> {
          cues.add(cue);
          return model.act(scene, cue);
        };
    var interpreter = new Interpreter(Northwind.program());
    var call = new SimulatedCall(interpreter, listening, bench, MONDAY, CallInfo.UNKNOWN);
    call.begin();
    return call;
  }

  private static List<ModelAct> balance() {
    return List.of(new ModelAct.Request(new ToolName("get_balance"), Value.Fields.NONE));
  }

  private static ModelAct choose(String move) {
    return new ModelAct.Request(VoiceSetup.CHOOSE, Value.Fields.of("move", text(move)));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  /// The prepared replies, late.
  private record Slow(Duration latency) implements ToolBench {
    private static final ScriptedReplies REPLIES = ScriptedReplies.of(Northwind.connectors());

    @Override
    public Reply ask(Request request) {
      return new Reply(REPLIES.ask(request).result(), latency);
    }
  }
}
