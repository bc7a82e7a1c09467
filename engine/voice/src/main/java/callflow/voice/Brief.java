package callflow.voice;

import callflow.value.ToolName;
import callflow.value.Type;
import java.util.List;

/// What the model is told in one state, and what it may ask for.
public record Brief(String instructions, List<Function> functions) {
  public Brief {
    functions = List.copyOf(functions);
  }

  /// A tool as the model sees it.
  public record Function(ToolName name, String description, Type.Struct parameters) {}
}
