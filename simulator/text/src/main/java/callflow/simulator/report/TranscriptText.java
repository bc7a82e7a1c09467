package callflow.simulator.report;

import callflow.engine.call.EndReason;
import callflow.engine.call.Handover;
import callflow.engine.call.Taken;
import callflow.engine.call.TransferOutcome;
import callflow.program.Program;
import callflow.program.ToolDef;
import callflow.program.VariableDef;
import callflow.simulator.drive.Line;
import callflow.simulator.drive.Masking;
import callflow.simulator.drive.Shown;
import callflow.simulator.drive.Transcript;
import callflow.value.OperationSchema;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A simulated call as plain text: who said what, which states were entered, what the tools did.
///
/// One line a happening; what the engine did is indented. Sensitive values are masked.
public final class TranscriptText {
  private final Program program;
  private final Masking masking;

  private TranscriptText(Program program, Masking masking) {
    this.program = program;
    this.masking = masking;
  }

  /// The whole call, each line with its line break.
  public static String of(Program program, Transcript transcript) {
    return String.join(
        "", since(program, transcript, 0).stream().map(line -> line + "\n").toList());
  }

  /// What happened after the first `mark` lines of the transcript, for showing a call while it is
  /// going on.
  public static List<String> since(Program program, Transcript transcript, int mark) {
    var text = new TranscriptText(program, Masking.of(program, transcript));
    return transcript.since(mark).lines().stream()
        .flatMap(line -> text.line(line).stream())
        .toList();
  }

  /// Empty for what only matters to machines.
  private Optional<String> line(Line line) {
    return switch (line) {
      case Line.CallerSaid(_, var words) -> Optional.of("Caller: " + words);
      case Line.CallerPressed(_, var keys) -> Optional.of("Caller presses " + masking.mask(keys));
      case Line.CallerHungUp _ -> Optional.of("Caller hangs up");
      case Line.TimePassed(_, var duration) -> Optional.of("(" + length(duration) + " pass)");
      case Line.AgentSaid(_, var words) -> Optional.of("Agent: " + words);
      case Line.ModelScripted _ -> Optional.of("(the model does as it is told)");
      case Line.ToolCalled(_, var tool, _, var arguments) ->
          indented(tool + " " + Shown.value(input(tool), masking.mask(arguments)));
      case Line.TransferOrdered(_, var transfer, var to, var attached, var handover) ->
          indented(
              "transfer "
                  + transfer
                  + " to "
                  + to
                  + " "
                  + Shown.value(Types.ANY, masking.mask(attached))
                  + handedOver(handover));
      case Line.TransferCameOut(_, var transfer, var outcome)
          when outcome == TransferOutcome.ANSWERED ->
          indented("transfer " + transfer + " answered");
      case Line.Decided(_, var what) -> decided(what);
      case Line.Stopped(_, var why) -> indented("stopped: " + why);
      case Line.TransferCameOut _, Line.AgentStopped _, Line.ModelAsked _, Line.TimerRang _ ->
          Optional.empty();
    };
  }

  private Optional<String> decided(Taken what) {
    return switch (what) {
      case Taken.Entered(var state, _, _) -> Optional.of("[" + state + "]");
      case Taken.Filled(var variable, var value, _) ->
          indented(variable + " = " + Shown.value(type(variable), masking.mask(variable, value)));
      case Taken.Switched(var language) -> indented("language " + language);
      case Taken.Cleared(var variable) -> indented(variable + " is forgotten");
      case Taken.NotUnderstood(var variable, var attempt, var why) ->
          indented(
              variable
                  + " not understood"
                  + (attempt > 0 ? ", attempt " + attempt : "")
                  + ": "
                  + masking.mask(why));
      case Taken.Returned(var tool, var result) ->
          indented(tool + " -> " + Shown.result(output(tool), result, masking));
      case Taken.Retried(var tool, var result) ->
          indented(
              tool + " -> " + Shown.result(output(tool), result, masking) + "; asked once more");
      case Taken.Refused(var tool, var code, var why) ->
          indented(tool + " refused, " + code + ": " + masking.mask(why));
      case Taken.Answered(var tool, var yes) -> indented(tool + (yes ? " confirmed" : " declined"));
      case Taken.Handled(var event) -> indented("event " + event);
      case Taken.Reached(var milestone, var after) ->
          indented("milestone " + milestone + ", after " + length(after));
      case Taken.Reported(var fields) ->
          indented("report " + Shown.value(Types.ANY, masking.mask(fields)));
      case Taken.Recording(var change) -> indented("recording " + change);
      case Taken.LimitHit(var limit) -> indented("limit reached: " + limit);
      case Taken.Ended(var reason) -> Optional.of("(the call ended: " + ending(reason) + ")");
      case Taken.TransferCameBack(var transfer, var outcome) ->
          indented("transfer " + transfer + " came back: " + outcome.word());
      case Taken.Said _,
          Taken.Guard _,
          Taken.Invoked _,
          Taken.Asked _,
          Taken.Transferring _,
          Taken.Ignored _ ->
          Optional.empty();
    };
  }

  private String handedOver(Handover handover) {
    var text = new StringBuilder();
    handover.callerId().ifPresent(number -> text.append(", showing ").append(number));
    handover.waiting().ifPresent(_ -> text.append(", in a queue"));
    handover.whisper().ifPresent(words -> text.append(", whispered: ").append(masking.mask(words)));
    handover.brief().ifPresent(words -> text.append(", briefed: ").append(masking.mask(words)));
    return text.toString();
  }

  private Type type(VariableName variable) {
    return Optional.ofNullable(program.variables().get(variable))
        .map(VariableDef::type)
        .orElse(Types.ANY);
  }

  private Type input(ToolName tool) {
    return operation(tool).<Type>map(OperationSchema::input).orElse(Types.ANY);
  }

  private Type output(ToolName tool) {
    return operation(tool).<Type>map(OperationSchema::output).orElse(Types.ANY);
  }

  private Optional<OperationSchema> operation(ToolName tool) {
    return Optional.ofNullable(program.tools().get(tool)).map(ToolDef::operation);
  }

  private static String ending(EndReason reason) {
    return switch (reason) {
      case EndReason.Failed(var why) -> "failed, " + why;
      case EndReason.HungUp _, EndReason.Transferred _, EndReason.CallerHungUp _ ->
          reason.outcome();
    };
  }

  private static Optional<String> indented(String text) {
    return Optional.of("  " + text);
  }

  /// `8 s`, `2 min 5 s`, `1.5 s`.
  private static String length(Duration duration) {
    long minutes = duration.toMinutes();
    var rest = duration.minusMinutes(minutes);
    String seconds =
        BigDecimal.valueOf(rest.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    if (minutes == 0) return seconds;
    return rest.isZero() ? minutes + " min" : minutes + " min " + seconds;
  }
}
