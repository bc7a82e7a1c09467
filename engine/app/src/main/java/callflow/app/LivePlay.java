package callflow.app;

import callflow.fakegrok.caller.Dialled;
import callflow.fakegrok.caller.TwilioCaller;
import callflow.simulator.scenario.ModelScript;
import callflow.syntax.ScenarioFile;
import callflow.syntax.ScenarioFile.Expectation;
import callflow.syntax.ScenarioFile.StepDecl;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Plays a scenario's caller over a telephone line, in real time, and says which of its
/// expectations hold.
///
/// Looked at are the state, what the caller heard, and what was called, refused and transferred;
/// the rest can be seen in the simulator only.
final class LivePlay {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// After this the caller speaks although the agent has not been heard to its end.
  private static final Duration POLITENESS = Duration.ofSeconds(10);

  private final ScenarioFile scenario;
  private final TwilioCaller caller;
  private final CallStory story;
  private final RehearsedMind mind;
  private final Consumer<String> teller;
  private final int millisPerCharacter;
  private final boolean keysOnly;
  private int failures;
  private int mark;

  /// For one call.
  ///
  /// @param keysOnly whether nobody trusts a spoken yes
  LivePlay(
      ScenarioFile scenario,
      TwilioCaller caller,
      CallStory story,
      RehearsedMind mind,
      int millisPerCharacter,
      boolean keysOnly,
      Consumer<String> teller) {
    this.scenario = scenario;
    this.caller = caller;
    this.story = story;
    this.mind = mind;
    this.millisPerCharacter = millisPerCharacter;
    this.keysOnly = keysOnly;
    this.teller = teller;
  }

  /// Why it can't be played over a line; empty when it can.
  static List<String> obstacles(ScenarioFile scenario) {
    if (!scenario.switches().positions().isEmpty()) {
      return List.of("it throws switches, which stand in a file beside a real server");
    }
    boolean alone = false;
    for (int i = 0; i < scenario.steps().size(); i++) {
      boolean answers = i > 0 && scenario.steps().get(i - 1) instanceof StepDecl.Caller;
      alone |= scenario.steps().get(i) instanceof StepDecl.Model && !answers;
    }
    return alone
        ? List.of("the model acts without the caller having spoken, and a real service doesn't")
        : List.of();
  }

  /// Plays to the end.
  ///
  /// @return how many expectations did not hold
  int play() throws InterruptedException {
    caller.transfersEnd(outcomes());
    var steps = scenario.steps();
    for (int i = 0; i < steps.size(); i++) {
      boolean answered = i + 1 < steps.size() && steps.get(i + 1) instanceof StepDecl.Model;
      if (answered) mind.answersNext(ModelScript.acts((StepDecl.Model) steps.get(i + 1)));
      play(steps.get(i));
    }
    return failures;
  }

  private Dialled[] outcomes() {
    return scenario.steps().stream()
        .filter(StepDecl.TransferOutcome.class::isInstance)
        .map(step -> dialled(((StepDecl.TransferOutcome) step).outcome().value()))
        .toArray(Dialled[]::new);
  }

  private static Dialled dialled(String outcome) {
    return switch (outcome) {
      case "answered" -> Dialled.ANSWERED;
      case "busy" -> Dialled.BUSY;
      case "no_answer" -> Dialled.NO_ANSWER;
      default -> Dialled.FAILED;
    };
  }

  private void play(StepDecl step) throws InterruptedException {
    switch (step) {
      case StepDecl.Caller(var words, _) -> {
        listen();
        answer(words.value());
        caller.awaitSpoken(PATIENCE);
      }
      case StepDecl.Press(var keys, _) -> {
        listen();
        caller.press(keys.value());
        caller.awaitSpoken(PATIENCE);
      }
      case StepDecl.Silence(var length, _) -> {
        mark = story.lines().size();
        Thread.sleep(length.value());
      }
      case StepDecl.HangUp _ -> caller.hangUp();
      case StepDecl.Expect(var expected, _) -> {
        for (var each : expected) expect(each);
      }
      case StepDecl.TransferOutcome _, StepDecl.Model _ -> {}
    }
  }

  /// Where a yes can only be given by key, a caller who says it presses it.
  private void answer(String words) {
    if (keysOnly && story.isAskedForYes()) {
      boolean yes = lower(words).startsWith("yes");
      teller.accept("  (a yes or a no is given by key in this dialect, so the caller presses it)");
      caller.press(yes ? "1" : "2");
    } else {
      caller.speak(words, millisPerCharacter);
    }
  }

  /// A polite caller hears the agent out.
  private void listen() throws InterruptedException {
    story.await(story::isCallersTurn, POLITENESS);
    mark = story.lines().size();
  }

  private void expect(Expectation expected) throws InterruptedException {
    switch (expected) {
      case Expectation.InState(var state, _) ->
          hold(
              "state " + state.value(),
              () -> story.state().filter(state.value().value()::equals).isPresent());
      case Expectation.Said(var text, _) ->
          hold("heard: " + text.value(), () -> caller.heardText().contains(text.value()));
      case Expectation.SaidLike(var text, _) ->
          hold(
              "heard: … " + text.value() + " …",
              () -> lower(caller.heardText()).contains(lower(text.value())));
      case Expectation.Called(var tool, _, _) ->
          hold("called " + tool.value(), () -> since("  " + tool.value() + " {"));
      case Expectation.Refused(var tool, _) ->
          hold("refused " + tool.value(), () -> since("  " + tool.value() + " refused"));
      case Expectation.Transferred(var transfer, _) ->
          hold("transfer " + transfer.value(), () -> since("  transfer " + transfer.value()));
      case Expectation.Ended _ -> hold("the call is over", story::isOver);
      case Expectation.Milestones(var milestones, _) -> {
        for (var word : milestones) {
          hold("milestone " + word.value(), () -> ever("  milestone " + word.value() + ","));
        }
      }
      case Expectation.Report _ -> hold("a report", () -> ever("  report {"));
      case Expectation.Dialled _,
          Expectation.Whispered _,
          Expectation.NotSaid _,
          Expectation.NotCalled _,
          Expectation.Offered _,
          Expectation.Variables _ -> {}
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private boolean ever(String beginning) {
    return story.lines().stream().anyMatch(line -> line.startsWith(beginning));
  }

  /// Whether such a line was told since the caller acted last.
  private boolean since(String beginning) {
    var lines = story.lines();
    return lines.subList(Math.min(mark, lines.size()), lines.size()).stream()
        .anyMatch(line -> line.startsWith(beginning));
  }

  private void hold(String what, BooleanSupplier condition) throws InterruptedException {
    boolean holds = story.await(condition, PATIENCE);
    if (!holds) failures++;
    teller.accept((holds ? "  ✓ " : "  ✗ ") + what);
  }
}
