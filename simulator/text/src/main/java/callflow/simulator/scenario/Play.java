package callflow.simulator.scenario;

import callflow.engine.call.TransferOutcome;
import callflow.program.Program;
import callflow.simulator.drive.SimulatedCall;
import callflow.source.Span;
import callflow.syntax.ScenarioFile;
import callflow.syntax.ScenarioFile.StepDecl;
import java.util.List;
import java.util.Optional;

/// One scenario being played, step by step.
///
/// A transfer is answered, unless a `transfer:` step says otherwise before anything else is done,
/// or a `silence:` step lets it ring.
final class Play {
  private final List<StepDecl> steps;
  private final SimulatedCall call;
  private final Expectations expectations;

  /// Where in the transcript the present step began.
  private int mark;

  Play(Program program, ScenarioFile scenario, SimulatedCall call) {
    this.steps = scenario.steps();
    this.call = call;
    this.expectations = new Expectations(program, call);
  }

  /// Up to the end, or to the first step that fails, with everything that fails in it.
  List<Failure> play() {
    call.begin();
    for (int at = 0; at < steps.size(); at++) {
      if (!ringsOn(at)) call.transferEnds(TransferOutcome.ANSWERED);
      var failures = play(at);
      if (!failures.isEmpty()) return failures;
    }
    call.transferEnds(TransferOutcome.ANSWERED);
    return List.of();
  }

  /// Whether the next thing that is done has to do with the transfer under way.
  private boolean ringsOn(int from) {
    for (var step : steps.subList(from, steps.size())) {
      if (step instanceof StepDecl.Expect) continue;
      return step instanceof StepDecl.TransferOutcome || step instanceof StepDecl.Silence;
    }
    return false;
  }

  private List<Failure> play(int at) {
    var step = steps.get(at);
    if (step instanceof StepDecl.Expect(var wanted, _)) {
      return wanted.stream()
          .flatMap(expectation -> expectations.check(expectation, mark).stream())
          .toList();
    }
    if (step instanceof StepDecl.TransferOutcome(var outcome, var span)) {
      return transfer(outcome.value(), span).stream().toList();
    }
    if (isAnsweredBefore(at)) return List.of();
    if (call.state().ended()) return List.of(over(step.span()));
    mark = call.transcript().size();
    act(step, at);
    return List.of();
  }

  private Optional<Failure> transfer(String outcome, Span span) {
    if (!call.transferring()) {
      return Optional.of(
          new Failure(
              span,
              "a transfer is under way",
              "no transfer is under way",
              expectations.whereabouts()));
    }
    TransferOutcome.named(outcome).ifPresent(call::transferEnds);
    return Optional.empty();
  }

  /// The model's part of a caller's turn has been played together with the caller's words.
  private boolean isAnsweredBefore(int at) {
    return steps.get(at) instanceof StepDecl.Model
        && at > 0
        && steps.get(at - 1) instanceof StepDecl.Caller;
  }

  private Failure over(Span span) {
    return new Failure(
        span, "the call is still going on", "the call is over", expectations.whereabouts());
  }

  private void act(StepDecl step, int at) {
    switch (step) {
      case StepDecl.Caller(var words, _) ->
          answer(at)
              .ifPresentOrElse(
                  model -> call.callerSays(words.value(), ModelScript.acts(model)),
                  () -> call.callerSays(words.value()));
      case StepDecl.Model model -> call.modelActs(ModelScript.acts(model));
      case StepDecl.Press(var keys, _) -> call.press(keys.value());
      case StepDecl.Silence(var duration, _) -> call.passTime(duration.value());
      case StepDecl.HangUp _ -> call.callerHangsUp();
      case StepDecl.TransferOutcome _, StepDecl.Expect _ -> {}
    }
  }

  private Optional<StepDecl.Model> answer(int at) {
    return at + 1 < steps.size() && steps.get(at + 1) instanceof StepDecl.Model model
        ? Optional.of(model)
        : Optional.empty();
  }
}
