package callflow.expression;

import callflow.expression.Template.Part;
import callflow.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/// Expressions and templates as a person would write them on one line, for pictures and books.
///
/// Brackets stand where they are needed. It reads back as the same expression, except that a text
/// with both kinds of quotes may not.
public final class Infix {
  /// How tightly an expression holds together; what holds less tightly than its place needs gets
  /// brackets.
  private enum Hold {
    CHOICE,
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGN,
    WHOLE
  }

  private Infix() {}

  /// Such as `verified and visits >= 3`.
  public static String of(Expression expression) {
    return switch (expression) {
      case Expression.Literal(var value, _) -> literal(value);
      case Expression.Name(var name, _) -> name;
      case Expression.Path(var of, var field, _) -> at(Hold.WHOLE, of) + "." + field;
      case Expression.Not(var operand, _) -> "not " + at(Hold.SIGN, operand);
      case Expression.All(var operands, _) -> joined(operands, " and ", Hold.NOT);
      case Expression.Any(var operands, _) -> joined(operands, " or ", Hold.AND);
      case Expression.Compare(var by, var left, var right, _) ->
          at(Hold.SUM, left) + " " + by.sign() + " " + at(Hold.SUM, right);
      case Expression.Arithmetic(var by, var left, var right, _) ->
          hold(expression) == Hold.SUM
              ? at(Hold.SUM, left) + " " + by.sign() + " " + at(Hold.PRODUCT, right)
              : at(Hold.PRODUCT, left) + " " + by.sign() + " " + at(Hold.SIGN, right);
      case Expression.Negate(var operand, _) -> "-" + at(Hold.WHOLE, operand);
      case Expression.Choose(var condition, var then, var otherwise, _) ->
          at(Hold.OR, condition) + " ? " + at(Hold.OR, then) + " : " + at(Hold.OR, otherwise);
      case Expression.Call(var function, var arguments, _) ->
          function.word()
              + arguments.stream().map(Infix::of).collect(Collectors.joining(", ", "(", ")"));
      case Expression.Matches(var text, var pattern, _) ->
          Function.MATCHES.word() + "(" + of(text) + ", " + quoted(pattern.source()) + ")";
    };
  }

  /// Such as `Shall I pay ${amount} now?`.
  public static String of(Template template) {
    return template.parts().stream()
        .map(part ->
            switch (part) {
              case Part.Words(var words) -> words;
              case Part.Hole(var expression) -> "${" + of(expression) + "}";
            })
        .collect(Collectors.joining())
        .strip();
  }

  private static String joined(List<Expression> operands, String word, Hold hold) {
    return operands.stream().map(each -> at(hold, each)).collect(Collectors.joining(word));
  }

  private static String at(Hold needed, Expression expression) {
    String text = of(expression);
    return hold(expression).compareTo(needed) < 0 ? "(" + text + ")" : text;
  }

  private static Hold hold(Expression expression) {
    return switch (expression) {
      case Expression.Choose _ -> Hold.CHOICE;
      case Expression.Any _ -> Hold.OR;
      case Expression.All _ -> Hold.AND;
      case Expression.Not _ -> Hold.NOT;
      case Expression.Compare _ -> Hold.COMPARISON;
      case Expression.Arithmetic(var by, _, _, _) ->
          switch (by) {
            case PLUS, MINUS -> Hold.SUM;
            case TIMES, DIVIDED_BY, REMAINDER -> Hold.PRODUCT;
          };
      case Expression.Negate _ -> Hold.SIGN;
      case Expression.Literal _,
          Expression.Name _,
          Expression.Path _,
          Expression.Call _,
          Expression.Matches _ ->
          Hold.WHOLE;
    };
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.Decimal(var amount) -> Amounts.plain(amount);
      case Value.Date day -> quoted(day.toString());
      case Value.Bool _, Value.Items _, Value.Fields _ -> value.toString();
    };
  }

  private static String quoted(String text) {
    return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
  }
}
