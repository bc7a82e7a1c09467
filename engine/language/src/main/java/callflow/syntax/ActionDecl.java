package callflow.syntax;

import callflow.expression.Template;
import callflow.source.Located;
import callflow.source.Span;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// What a branch, a choice or a handler does: change the language, say something, forget and set
/// values, go somewhere.
public record ActionDecl(
    Optional<Located<String>> language,
    Optional<WordingDecl> say,
    List<Located<VariableName>> clear,
    List<SetDecl> set,
    Optional<Located<String>> milestone,
    Optional<Located<StateName>> target,
    Span span) {

  /// `variable: template`; a single expression keeps its type.
  public record SetDecl(Located<VariableName> variable, Template value) {}
}
