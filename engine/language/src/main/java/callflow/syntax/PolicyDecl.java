package callflow.syntax;

import callflow.expression.Expression;
import callflow.source.Located;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.List;

/// One entry of `policies:`: a promise about every possible call.
public sealed interface PolicyDecl {
  Located<String> name();

  /// `never: { tool: … }`, `unless: …`.
  record Never(Located<String> name, List<Located<ToolName>> tools, Expression unless)
      implements PolicyDecl {}

  /// `from_every_state: { reach: …, within: n }`.
  record Reach(Located<String> name, Located<StateName> state, Located<Integer> within)
      implements PolicyDecl {}

  /// `every_call_ends_in: [hangup, transfer, caller_hung_up]`.
  record EndsIn(Located<String> name, List<Located<String>> endings) implements PolicyDecl {}

  /// `never_spoken: [birth_date]`.
  record NeverSpoken(Located<String> name, List<Located<VariableName>> variables)
      implements PolicyDecl {}
}
