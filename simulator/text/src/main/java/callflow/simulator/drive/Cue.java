package callflow.simulator.drive;

import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.List;

/// Why the model has the floor.
public sealed interface Cue {

  /// The caller has said something.
  record Heard(String words) implements Cue {}

  /// The engine lets the model open.
  ///
  /// @param note what it should know for this turn; may be empty
  record Invited(String note) implements Cue {}

  /// All tools it asked for have answered; it may go on with its turn.
  record Answered(List<Answer> answers) implements Cue {
    public Answered {
      answers = List.copyOf(answers);
    }
  }

  /// What one request of the model came to.
  record Answer(ToolName tool, Value.Fields arguments, ToolResult result) {}
}
