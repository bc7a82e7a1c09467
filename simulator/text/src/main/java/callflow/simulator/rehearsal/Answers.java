package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup;
import callflow.simulator.drive.Cue.Answer;
import callflow.simulator.drive.Scene;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the rehearsal model says once the tools it asked for have answered.
final class Answers {
  private static final Pattern REJECTED = Pattern.compile("`[^`]*` (?<why>[^;]+)");

  private Answers() {}

  /// Empty when there is nothing to say: all values are there, or the engine speaks next.
  static Optional<String> reply(Scene scene, List<Answer> answers) {
    var sentences = new ArrayList<String>();
    for (var answer : answers) said(scene, answer).ifPresent(sentences::add);
    boolean onlyRecorded =
        answers.stream().allMatch(answer -> answer.tool().equals(VoiceSetup.RECORD));
    if (onlyRecorded && OwnWords.missing(scene).isPresent()) {
      OwnWords.opening(scene).ifPresent(sentences::add);
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private static Optional<String> said(Scene scene, Answer answer) {
    if (answer.tool().equals(VoiceSetup.RECORD)) return recorded(scene, answer.result());
    if (answer.tool().equals(VoiceSetup.CHOOSE)) return chosen(answer.result());
    return Optional.of(
        switch (answer.result()) {
          case ToolResult.Done(var output) -> OwnWords.result(output);
          case ToolResult.Refused(var code, _) when code.equals("declined") ->
              "All right, I will not do that.";
          case ToolResult.Refused(_, var message) -> "I am sorry, I can't do that. " + message;
          case ToolResult.Broken _ -> "I am sorry, that did not work.";
          case ToolResult.Unknown _ -> "I am sorry, I could not see whether that went through.";
        });
  }

  /// Where the engine asks, it asks again by itself.
  private static Optional<String> recorded(Scene scene, ToolResult result) {
    boolean engineAsks = OwnWords.missing(scene).map(VoiceSetup.Fillable::asked).orElse(false);
    if (engineAsks) return Optional.empty();
    return switch (result) {
      case ToolResult.Done(var output) ->
          output
              .get("rejected")
              .flatMap(Answers::firstReason)
              .flatMap(reason -> sorry(scene, "that " + reason));
      case ToolResult.Refused(_, var message) -> sorry(scene, misfit(message));
      case ToolResult.Broken _, ToolResult.Unknown _ -> Optional.empty();
    };
  }

  /// What the caller has been told already is not said again; only the question is.
  private static Optional<String> sorry(Scene scene, String why) {
    return why.endsWith(VoiceSetup.TOLD)
        ? OwnWords.opening(scene)
        : Optional.of("Sorry, " + why + ".");
  }

  /// The engine names the value before what is wrong with it: "`amount` needs to be at least 1".
  private static String misfit(String message) {
    var reason = REJECTED.matcher(message);
    return reason.lookingAt() ? "that " + reason.group("why") : "I can't take that";
  }

  private static Optional<Value> firstReason(Value rejected) {
    return rejected instanceof Value.Fields(var reasons)
        ? reasons.values().stream().findFirst()
        : Optional.empty();
  }

  private static Optional<String> chosen(ToolResult result) {
    return result instanceof ToolResult.Refused
        ? Optional.of("Sorry, that is not possible here.")
        : Optional.empty();
  }
}
