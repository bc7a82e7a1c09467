package callflow.app;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Taken;
import callflow.engine.call.VoiceSetup;
import callflow.program.Program;
import callflow.simulator.drive.Masking;
import callflow.simulator.drive.SimulatedCall;
import callflow.simulator.drive.Transcript;
import callflow.simulator.rehearsal.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person at the terminal may ask about a simulated call: where it is, what it knows, and
/// why.
final class Inspection {
  private final Program program;
  private final SimulatedCall call;

  Inspection(Program program, SimulatedCall call) {
    this.program = program;
    this.call = call;
  }

  /// Where the call is and what the model may do there.
  String state() {
    var lines = new ArrayList<String>();
    lines.add(place());
    call.setup().ifPresent(setup -> offered(setup, lines));
    return String.join("\n", lines);
  }

  private String place() {
    return switch (call.state().phase()) {
      case Phase.Active(var state, Stage.Confirming asked) ->
          "state `" + state + "`, waiting for the caller's yes to `" + asked.about().name() + "`";
      case Phase.Active(var state, Stage.Conversing _) -> "state `" + state + "`, listening";
      case Phase.Active(var state, _) -> "state `" + state + "`, waiting for a tool";
      case Phase.Transferring(var state, var transfer) ->
          "state `" + state + "`, transfer to `" + transfer + "` is ringing";
      case Phase.Waiting _ -> "the call has not started";
      case Phase.Ended(var reason) -> "the call has ended: " + reason.outcome();
    };
  }

  private static void offered(VoiceSetup setup, List<String> lines) {
    if (!setup.collecting().isEmpty()) {
      lines.add(
          "  asks for  "
              + setup.collecting().stream()
                  .map(value -> value.variable() + " (" + value.type().word() + ")")
                  .collect(Collectors.joining(", ")));
    }
    if (!setup.moves().isEmpty()) {
      lines.add(
          "  moves     "
              + setup.moves().stream()
                  .map(move -> move.name() + " (" + move.description() + ")")
                  .collect(Collectors.joining(", ")));
    }
    if (!setup.tools().isEmpty()) {
      lines.add(
          "  tools     "
              + setup.tools().keySet().stream()
                  .map(tool -> tool.value())
                  .collect(Collectors.joining(", ")));
    }
  }

  /// Every variable of the flow with its value; what is sensitive stays hidden.
  String variables() {
    var masking = masking();
    return program.variables().keySet().stream()
        .map(name ->
            name
                + " = "
                + call.state()
                    .variable(name)
                    .map(value -> masking.mask(name, value).toString())
                    .orElse("(not set)"))
        .collect(Collectors.joining("\n"));
  }

  private Masking masking() {
    return Masking.of(program, call.transcript());
  }

  /// What the rehearsal model made of the last words, then what the engine looked at and decided.
  String why(Optional<Explanation> explanation, Transcript since) {
    var lines = new ArrayList<String>();
    explanation.ifPresent(given -> {
      lines.add("the rehearsal model heard:");
      given.reasons().forEach(reason -> lines.add("  " + masking().reason(reason)));
    });
    lines.add("the engine:");
    var decisions = new ArrayList<String>();
    since.taken(Taken.class).forEach(taken -> decision(taken).ifPresent(decisions::add));
    if (decisions.isEmpty()) decisions.add("decided nothing since then");
    decisions.forEach(decision -> lines.add("  " + decision));
    return String.join("\n", lines);
  }

  private static Optional<String> decision(Taken taken) {
    return switch (taken) {
      case Taken.Entered(var state, _, var why) ->
          Optional.of("entered `" + state + "` because of: " + why);
      case Taken.Guard(var where, var held, var note) ->
          Optional.of(
              "condition of "
                  + where
                  + ": "
                  + (held ? "holds" : "does not hold")
                  + (note.isEmpty() ? "" : ", " + note));
      case Taken.Refused(var tool, var code, var why) ->
          Optional.of("refused `" + tool + "` (" + code + "): " + why);
      case Taken.Ignored(var what, var why) -> Optional.of("ignored " + what + ": " + why);
      case Taken.NotUnderstood(var variable, var attempt, _) ->
          Optional.of("`" + variable + "` was not understood, attempt " + attempt);
      case Taken.Handled(var event) -> Optional.of("the flow handles `" + event + "`");
      case Taken.LimitHit(var limit) -> Optional.of("the bound `" + limit + "` was hit");
      case Taken.Filled(var variable, _, var by) ->
          Optional.of("`" + variable + "` was filled in by: " + by);
      case Taken.Cleared(var variable) -> Optional.of("`" + variable + "` was forgotten");
      case Taken.Switched(var language) -> Optional.of("the language is `" + language + "` now");
      case Taken.Asked(var tool, _) -> Optional.of("asked for a yes to `" + tool + "`");
      case Taken.Answered(var tool, var yes) ->
          Optional.of("the caller said " + (yes ? "yes" : "no") + " to `" + tool + "`");
      case Taken.Invoked(var tool, _) -> Optional.of("called `" + tool + "`");
      case Taken.Transferring(var transfer, _) -> Optional.of("dialled `" + transfer + "`");
      case Taken.TransferCameBack(var transfer, var outcome) ->
          Optional.of("transfer `" + transfer + "` came back: " + outcome.word());
      case Taken.Ended(var reason) -> Optional.of("ended the call: " + reason.outcome());
      case Taken.Retried(var tool, _) -> Optional.of("asked `" + tool + "` once more");
      case Taken.Recording(var what) -> Optional.of("the recording was " + what);
      case Taken.Said _, Taken.Returned _, Taken.Reached _, Taken.Reported _ -> Optional.empty();
    };
  }
}
