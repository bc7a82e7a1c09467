package callflow.syntax;

import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.source.Located;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One entry of `tools:`: a connector's operation and how this flow uses it.
public record ToolDecl(
    Located<ToolName> name,
    Located<OperationRef> use,
    Optional<Located<String>> describe,
    Optional<Localized<Located<String>>> caller,
    Localized<List<Located<String>>> examples,
    List<ArgumentDecl> with,
    List<SaveDecl> save,
    Optional<Expression> requires,
    Optional<WordingDecl> confirm,
    Optional<Located<Effect>> effect,
    Optional<Located<Duration>> timeout,
    Optional<WordingDecl> filler,
    Optional<Localized<Template>> tell,
    Optional<Located<Integer>> retry,
    Optional<Expression> offeredWhen,
    Optional<WordingDecl> sayResult) {

  /// One bound argument: a template; when it is a single expression it keeps its type.
  public record ArgumentDecl(Located<String> name, Template value) {}

  /// `variable: expression over result`.
  public record SaveDecl(Located<VariableName> variable, Expression value) {}
}
