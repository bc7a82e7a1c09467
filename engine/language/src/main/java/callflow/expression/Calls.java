package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import callflow.value.LinearPattern;
import callflow.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Fits the arguments of a function to what it takes.
final class Calls {
  private Calls() {}

  /// A call, and what is wrong with it.
  record Called(Expression expression, List<Diagnostic> diagnostics) {}

  /// What to say about a function nobody knows.
  static Diagnostic unknown(String name, Span span) {
    List<String> known = Arrays.stream(Function.values()).map(Function::word).toList();
    String hint =
        switch (name) {
          case "empty", "exists", "isEmpty", "defined" -> "write `known(…)` or `not known(…)`";
          case "AND", "OR", "NOT" -> "write `and`, `or` and `not` in small letters";
          default -> "the functions are " + Naming.list(known);
        };
    return Diagnostic.of(
            Rule.UNKNOWN_FUNCTION, span, "there is no function `" + Tokenizer.shown(name) + "`")
        .withHint(hint)
        .withSuggestions(Nearest.of(name, known));
  }

  static Called of(Function function, List<Expression> arguments, Span span) {
    if (arguments.size() != function.arity()) {
      return broken(wrongNumber(function, arguments.size(), span), span);
    }
    return switch (function) {
      case OPEN, OPENS_NEXT, CONFIRMED, SWITCH, ANNOUNCEMENT -> named(function, arguments, span);
      case MATCHES -> matches(arguments.get(0), arguments.get(1), span);
      case AGE, MASK, KNOWN, DAYS_UNTIL, DAYS_SINCE, LENGTH, LOWER, CONTAINS, COUNT ->
          new Called(new Expression.Call(function, arguments, span), List.of());
    };
  }

  private static Called named(Function function, List<Expression> arguments, Span span) {
    if (text(arguments.getFirst()).isPresent()) {
      return new Called(new Expression.Call(function, arguments, span), List.of());
    }
    String example =
        switch (function.parameters()) {
          case "schedule" -> "office";
          case "tool" -> "pay_bill";
          default -> "storm";
        };
    return broken(
        Found.syntax(
            arguments.getFirst().span(),
            "`" + function.word() + "` takes the name of a " + function.parameters() + " in quotes",
            "write it as in `" + function.word() + "('" + example + "')`"),
        span);
  }

  private static Called matches(Expression text, Expression pattern, Span span) {
    var written = text(pattern);
    if (written.isEmpty()) {
      return broken(
          Found.syntax(
              pattern.span(),
              "the pattern of `matches` must stand in quotes",
              "write it as in `matches(account, '[0-9]{8}')`"),
          span);
    }
    return switch (Patterns.read(written.get(), pattern.span())) {
      case Checked.Passed<LinearPattern>(var read, _) ->
          new Called(new Expression.Matches(text, read, span), List.of());
      case Checked.Failed<LinearPattern>(var found) ->
          new Called(new Expression.Literal(new Value.Bool(false), span), found);
    };
  }

  private static Optional<String> text(Expression expression) {
    return expression instanceof Expression.Literal(Value.Text(var text), _)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Diagnostic wrongNumber(Function function, int given, Span span) {
    String wanted = function.arity() == 1 ? "one value" : function.arity() + " values";
    return Found.syntax(
        span,
        "`" + function.word() + "` takes " + wanted + " and has " + given,
        "write `" + function.word() + "(" + function.parameters() + ")`");
  }

  private static Called broken(Diagnostic finding, Span span) {
    return new Called(new Expression.Literal(new Value.Bool(false), span), List.of(finding));
  }
}
