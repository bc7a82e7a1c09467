package callflow.expression;

import callflow.expression.Template.Part;
import callflow.value.Value;
import java.util.Optional;

/// Fills a template as data: for tools, variables and records, not for ears.
public final class Rendering {
  private Rendering() {}

  /// The value of a template.
  ///
  /// A single `${…}` keeps the type of its value. Otherwise the result is text, with dates as
  /// `1990-02-28` and numbers in plain figures.
  ///
  /// @return empty when any `${…}` in it is unset
  public static Optional<Value> value(Template template, Scope scope) {
    Optional<Expression> single = Expressions.single(template);
    return single.isPresent()
        ? Evaluation.evaluate(single.get(), scope)
        : text(template, scope).map(Value.Text::new);
  }

  private static Optional<String> text(Template template, Scope scope) {
    var text = new StringBuilder();
    for (Part part : template.parts()) {
      switch (part) {
        case Part.Words(var words) -> text.append(words);
        case Part.Hole(var expression) -> {
          Optional<Value> value = Evaluation.evaluate(expression, scope);
          if (value.isEmpty()) return Optional.empty();
          text.append(plain(value.get()));
        }
      }
    }
    return Optional.of(text.toString());
  }

  /// A value in plain text, never longer than it was written.
  static String plain(Value value) {
    return switch (value) {
      case Value.Decimal(var amount) -> Amounts.plain(amount);
      case Value.Text _, Value.Bool _, Value.Date _, Value.Items _, Value.Fields _ ->
          value.toString();
    };
  }
}
