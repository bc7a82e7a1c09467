package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import callflow.value.FlowName;
import callflow.value.VariableName;
import java.util.List;

/// `call:` of a state: another flow that is gone through at this point.
///
/// @param with what the other flow's inputs are filled with; their names are those of that flow
public record CallDecl(
    Located<FlowName> flow, List<ActionDecl.SetDecl> with, List<Kept> save, Span span) {
  public CallDecl {
    with = List.copyOf(with);
    save = List.copyOf(save);
  }

  /// `variable: output`, both by the names in their own flows.
  public record Kept(Located<VariableName> variable, Located<VariableName> output) {}
}
