package callflow.expression;

import callflow.expression.Template.Part;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One text for all ways to write the same expression or template, different for different ones.
///
/// The identity of a program is made from it, so its form is never changed without need. Places in
/// files don't count, nor do brackets, white space and the kind of quotes.
public final class Canonical {
  /// Zeros written out; beyond them an amount is written with an exponent.
  private static final int MAX_ZEROS = 40;

  private Canonical() {}

  /// Such as `(and verified (>= visits 3))`.
  public static String of(Expression expression) {
    return switch (expression) {
      case Expression.Literal(var value, _) -> value(value);
      case Expression.Name(var name, _) -> name;
      case Expression.Path(var of, var field, _) -> list("field", of(of), quoted(field));
      case Expression.Not(var operand, _) -> list("not", of(operand));
      case Expression.All(var operands, _) -> list("and", operands);
      case Expression.Any(var operands, _) -> list("or", operands);
      case Expression.Compare(var by, var left, var right, _) ->
          list(by.sign(), of(left), of(right));
      case Expression.Arithmetic(var by, var left, var right, _) ->
          list(by.sign(), of(left), of(right));
      case Expression.Negate(var operand, _) -> list("negate", of(operand));
      case Expression.Choose(var condition, var then, var otherwise, _) ->
          list("choose", of(condition), of(then), of(otherwise));
      case Expression.Call(var function, var arguments, _) -> list(function.word(), arguments);
      case Expression.Matches(var text, var pattern, _) ->
          list(Function.MATCHES.word(), of(text), quoted(pattern.source()));
    };
  }

  /// Such as `(text "Hello " name)`.
  public static String of(Template template) {
    return list("text", template.parts().stream().map(Canonical::part));
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Words(var words) -> quoted(words);
      case Part.Hole(var expression) -> of(expression);
    };
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.Decimal decimal -> amount(decimal.value());
      case Value.Bool bool -> bool.toString();
      case Value.Date date -> list("date", date.toString());
      case Value.Items(var items) -> list("list", items.stream().map(Canonical::value));
      case Value.Fields(var fields) ->
          list(
              "object",
              fields.entrySet().stream()
                  .map(field -> list(quoted(field.getKey()), value(field.getValue()))));
    };
  }

  private static String amount(BigDecimal value) {
    return Math.abs(value.scale()) <= MAX_ZEROS ? value.toPlainString() : value.toString();
  }

  private static String list(String head, Collection<Expression> operands) {
    return list(head, operands.stream().map(Canonical::of));
  }

  private static String list(String head, String... parts) {
    return list(head, List.of(parts).stream());
  }

  private static String list(String head, Stream<String> parts) {
    return Stream.concat(Stream.of(head), parts).collect(Collectors.joining(" ", "(", ")"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
