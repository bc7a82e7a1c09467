package callflow.simulator.drive;

import callflow.value.ToolName;
import callflow.value.Value;

/// One thing a model does in its turn.
public sealed interface ModelAct {

  /// It speaks, in its own words.
  record Speak(String words) implements ModelAct {}

  /// It asks for a tool: one of the flow's own, or the reserved `record` and `choose`.
  record Request(ToolName tool, Value.Fields arguments) implements ModelAct {}
}
