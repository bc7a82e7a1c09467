package callflow.syntax;

import callflow.source.Located;
import callflow.value.VariableName;
import java.util.List;

/// What a flow shares with other files.
///
/// @param parts the parts that were put into it, each at the line that includes it
/// @param inputs variables of the flow that whoever calls it fills
/// @param outputs variables of the flow that whoever calls it may keep
public record ReuseDecl(
    List<Located<String>> parts,
    List<Located<VariableName>> inputs,
    List<Located<VariableName>> outputs) {
  public static final ReuseDecl NONE = new ReuseDecl(List.of(), List.of(), List.of());

  public ReuseDecl {
    parts = List.copyOf(parts);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
