package callflow.connector.operation;

import callflow.expression.Expression;
import callflow.expression.Expressions;
import callflow.expression.Template;
import callflow.value.Value;
import java.util.Optional;

/// Fills in the templates of a connector file.
public final class Templates {
  private Templates() {}

  /// The text with its holes filled; a template that is one hole keeps the type of its value.
  ///
  /// @return empty when a hole has no value: what can't be said is left out
  public static Optional<Value> value(Template template, Bindings scope) {
    Optional<Expression> single = Expressions.single(template);
    if (single.isPresent()) return value(single.get(), scope);
    var text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      Optional<Value> next =
          switch (part) {
            case Template.Part.Words(var words) -> Optional.of(new Value.Text(words));
            case Template.Part.Hole(var expression) -> value(expression, scope);
          };
      if (next.isEmpty()) return Optional.empty();
      text.append(next.get());
    }
    return Optional.of(new Value.Text(text.toString()));
  }

  /// The value of one hole.
  public static Optional<Value> value(Expression expression, Bindings scope) {
    return switch (expression) {
      case Expression.Name name -> scope.named(name.name());
      case Expression.Literal literal -> Optional.of(literal.value());
      case Expression.Path path ->
          value(path.of(), scope)
              .flatMap(v -> v instanceof Value.Fields f ? f.get(path.field()) : Optional.empty());
      default -> Optional.empty();
    };
  }

  /// Whether there is nothing to fill in.
  public static boolean literal(Template template) {
    return template.holes().isEmpty();
  }

  /// The text of a template without holes, or its words with `hole` in place of each hole.
  public static String written(Template template, String hole) {
    var text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          switch (part) {
            case Template.Part.Words(var words) -> words;
            case Template.Part.Hole _ -> hole;
          });
    }
    return text.toString();
  }
}
