package callflow.simulator.drive;

import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One turn of the model: whose it is, and which of its requests are unanswered.
final class Floor {
  private final ModelDriver driver;
  private final int visit;
  private final SequencedMap<ToolCallId, Asked> open = new LinkedHashMap<>();
  private final List<Cue.Answer> answers = new ArrayList<>();
  private int replies;

  Floor(ModelDriver driver, int visit) {
    this.driver = driver;
    this.visit = visit;
  }

  ModelDriver driver() {
    return driver;
  }

  /// The visit it belongs to; when the call has moved on, the turn is over.
  int visit() {
    return visit;
  }

  /// Counts one more part of this turn.
  int nextReply() {
    return ++replies;
  }

  void asked(ToolCallId id, ToolName tool, Value.Fields arguments) {
    open.put(id, new Asked(tool, arguments));
  }

  /// Takes the answer if the question was asked in this turn.
  void answered(ToolCallId id, ToolResult result) {
    var asked = open.remove(id);
    if (asked != null) answers.add(new Cue.Answer(asked.tool(), asked.arguments(), result));
  }

  /// Whether a request is unanswered.
  boolean waits() {
    return !open.isEmpty();
  }

  /// The answers since the model acted last; they are handed out once.
  List<Cue.Answer> takeAnswers() {
    var taken = List.copyOf(answers);
    answers.clear();
    return taken;
  }

  private record Asked(ToolName tool, Value.Fields arguments) {}
}
