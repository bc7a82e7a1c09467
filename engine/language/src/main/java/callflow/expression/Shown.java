package callflow.expression;

import callflow.value.Value;
import java.util.stream.Collectors;

/// Expressions in messages, as their author wrote them.
final class Shown {
  private Shown() {}

  /// In back-quotes where it is short; else "the value here".
  static String of(Expression expression) {
    String plain = plain(expression);
    return plain.isEmpty() ? "the value here" : "`" + Tokenizer.shown(plain) + "`";
  }

  private static String plain(Expression expression) {
    return switch (expression) {
      case Expression.Literal(Value.Text(var text), _) -> "'" + text + "'";
      case Expression.Literal(Value.Decimal(var amount), _) -> Amounts.plain(amount);
      case Expression.Literal(var value, _) -> value.toString();
      case Expression.Name(var name, _) -> name;
      case Expression.Path(var of, var field, _) when !plain(of).isEmpty() ->
          plain(of) + "." + field;
      case Expression.Call(var function, var arguments, _) ->
          arguments.stream()
              .map(Shown::plain)
              .collect(Collectors.joining(", ", function.word() + "(", ")"));
      case Expression.Path _,
          Expression.Matches _,
          Expression.Not _,
          Expression.All _,
          Expression.Any _,
          Expression.Compare _,
          Expression.Arithmetic _,
          Expression.Negate _,
          Expression.Choose _ ->
          "";
    };
  }
}
