package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Stage.Confirming.Hearing;
import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.value.Effect;
import callflow.value.Fit;
import callflow.value.StateName;
import callflow.value.ToolName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for all programs and all events. A failure names the seeds and the path that led to
/// it; `-Dcallflow.seed=…` plays other ones.
class InterpreterPropertiesTest {
  private static final long SEED = Long.getLong("callflow.seed", 20_260_301L);
  private static final int PROGRAMS = 2_000;
  private static final int EVENTS = 120;
  private static final int EVENTS_AFTER_THE_END = 5;
  private static final int MOST_COMMANDS = 1_000;

  /// One call by chance, with what is needed to tell it again.
  private record Walk(long seed, List<String> path) {
    Walk(long seed) {
      this(seed, new ArrayList<>());
    }

    @Override
    public String toString() {
      return "-Dcallflow.seed=" + seed + "\n  " + String.join("\n  ", path);
    }
  }

  @Test
  void every_step_is_total_repeatable_and_within_the_rules_of_the_flow() {
    int steps = 0;
    int invoked = 0;
    int endings = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      var program = new RandomPrograms(seed).program();
      var interpreter = new Interpreter(program);
      var events = new RandomEvents(seed * 31);
      var walk = new Walk(seed);
      var state = interpreter.initial(new CallId("c" + seed));
      Event event = new Event.CallStarted(Instant.parse("2026-03-02T09:00:00Z"), CallInfo.UNKNOWN);
      int after = 0;
      for (int i = 0; i < EVENTS && after < EVENTS_AFTER_THE_END; i++) {
        if (state.ended()) after++;
        walk.path().add(event + " in " + state.phase());
        var step = stepOf(interpreter, state, event, walk);
        holds(program, state, event, step, walk);
        steps++;
        invoked +=
            (int) step.commands().stream().filter(Command.InvokeTool.class::isInstance).count();
        if (!state.ended() && step.state().ended()) endings++;
        state = step.state();
        event = events.next(state);
      }
    }
    System.out.printf(
        "interpreter: %d steps, %d tools invoked, %d calls ended, seed %d%n",
        steps, invoked, endings, SEED);
    assertThat(invoked).isPositive();
    assertThat(endings).isPositive();
  }

  private static Step stepOf(Interpreter interpreter, CallState state, Event event, Walk walk) {
    try {
      var step = interpreter.step(state, event);
      assertThat(interpreter.step(state, event))
          .as("same input, same step%n%s", walk)
          .isEqualTo(step);
      return step;
    } catch (RuntimeException | Error thrown) {
      throw new AssertionError("a step threw\n" + walk, thrown);
    }
  }

  private static void holds(Program program, CallState before, Event event, Step step, Walk walk) {
    if (before.ended()) {
      assertThat(step.commands())
          .as("ended is final%n%s", walk)
          .hasSize((int) retried(step))
          .allMatch(Command.InvokeTool.class::isInstance);
      assertThat(step.state().phase()).as("ended is final%n%s", walk).isEqualTo(before.phase());
    }
    afterCallRunsOnce(program, before, step, walk);
    assertThat(step.commands()).as("bounded%n%s", walk).hasSizeLessThan(MOST_COMMANDS);
    assertThat(count(step, Command.ConfigureVoice.class)).as("one setup%n%s", walk).isLessThan(2);
    if (step.state().ended()) {
      assertThat(step.state().timers()).as("no clock outlives the call%n%s", walk).isEmpty();
    }
    if (retried(step) > 0) {
      sameActionAgain(before, event, step, walk);
      return;
    }
    for (var command : step.commands()) {
      if (command instanceof Command.InvokeTool invoke) {
        mayBeInvoked(program, before, event, step, invoke, walk);
      }
    }
    step.state()
        .variables()
        .forEach((name, value) ->
            assertThat(Fit.of(program.variable(name).type(), value))
                .as("`%s` is %s%n%s", name, value, walk)
                .isEqualTo(new Fit.Fits(value)));
  }

  /// Each tool in its turn when the call ends, however it does, and never again; one that is turned
  /// down has had its turn.
  private static void afterCallRunsOnce(Program program, CallState before, Step step, Walk walk) {
    boolean endsHere = !before.ended() && step.state().ended();
    var notes = step.taken();
    var endings = notes.stream().filter(Taken.Ended.class::isInstance).toList();
    assertThat(endings).as("one end%n%s", walk).hasSize(endsHere ? 1 : 0);
    if (!endsHere) return;
    var turns =
        notes.subList(notes.indexOf(endings.getFirst()) + 1, notes.size()).stream()
            .flatMap(note ->
                switch (note) {
                  case Taken.Invoked(var tool, _) -> Stream.of(tool);
                  case Taken.Refused(var tool, _, _) -> Stream.of(tool);
                  case Taken _ -> Stream.<ToolName>empty();
                })
            .toList();
    assertThat(turns).as("after the call, once%n%s", walk).isEqualTo(program.afterCall());
  }

  private static long retried(Step step) {
    return step.taken().stream().filter(Taken.Retried.class::isInstance).count();
  }

  /// What could not be reached is asked again as it was, nothing else happens, and not for ever.
  private static void sameActionAgain(CallState before, Event event, Step step, Walk walk) {
    var id = ((Event.ToolReturned) event).id();
    var asked = before.pendingTools().get(id);
    assertThat(step.commands())
        .filteredOn(Command.InvokeTool.class::isInstance)
        .as("asked again%n%s", walk)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.InvokeTool.class,
            again -> {
              assertThat(again.id()).isEqualTo(id);
              assertThat(again.key()).isEqualTo(asked.again().key());
              assertThat(again.arguments()).isEqualTo(asked.again().arguments());
              assertThat(again.effect()).isEqualTo(Effect.READS);
            });
    assertThat(step.state().pendingTools().get(id).again().left())
        .as("fewer are left%n%s", walk)
        .isEqualTo(asked.again().left() - 1);
  }

  private static void mayBeInvoked(
      Program program,
      CallState before,
      Event event,
      Step step,
      Command.InvokeTool invoke,
      Walk walk) {
    assertThat(allowed(program, before, step))
        .as("only allowed tools%n%s", walk)
        .contains(invoke.tool());
    var tool = program.tool(invoke.tool());
    assertThat(Fit.of(tool.operation().input(), invoke.arguments()))
        .as("arguments fit%n%s", walk)
        .isInstanceOf(Fit.Fits.class);
    if (tool.confirm().isPresent()) {
      boolean yes =
          before.phase() instanceof Phase.Active(_, Stage.Confirming asked)
              && switch (event) {
                case Event.CallerSaid(_, var words) ->
                    words.equals("yes") && asked.hearing() == Hearing.ANSWERING;
                case Event.DigitPressed(_, var key) ->
                    key == '1' && asked.hearing() != Hearing.LOST && !before.speaking();
                case Event _ -> false;
              };
      assertThat(yes).as("only after the caller's yes to a question heard%n%s", walk).isTrue();
      assertThat(before.variable(new callflow.value.VariableName("flag")))
          .as("only as the policy allows%n%s", walk)
          .hasValue(new callflow.value.Value.Bool(true));
    }
  }

  /// The tools of the state the step began in and of those it went through.
  private static Set<ToolName> allowed(Program program, CallState before, Step step) {
    var states = new LinkedHashSet<StateName>();
    before.state().ifPresent(states::add);
    for (var taken : step.taken()) {
      if (taken instanceof Taken.Entered(var state, _, _)) states.add(state);
    }
    var tools = new LinkedHashSet<ToolName>();
    for (var name : states) {
      StateDef state = program.state(name);
      tools.addAll(state.tools());
      tools.addAll(state.run());
      tools.addAll(state.before());
    }
    if (step.state().ended()) tools.addAll(program.afterCall());
    return tools;
  }

  private static long count(Step step, Class<? extends Command> kind) {
    return step.commands().stream().filter(kind::isInstance).count();
  }
}
