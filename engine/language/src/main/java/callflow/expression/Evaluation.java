package callflow.expression;

import callflow.value.LinearPattern;
import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Works out an expression. Total: nothing throws, and what can't be worked out is unset.
///
/// An unset operand makes the result unset unless the other operand decides alone: `false and x` is
/// false, `true or x` is true. Values of different kinds are never equal and have no order.
/// Recursion goes as deep as the expression is nested, which its reader has bounded.
public final class Evaluation {
  private static final Optional<Value> YES = Optional.of(new Value.Bool(true));
  private static final Optional<Value> NO = Optional.of(new Value.Bool(false));

  private Evaluation() {}

  /// Whether a condition holds; what is unset does not.
  public static boolean holds(Expression condition, Scope scope) {
    return truth(condition, scope) == Truth.YES;
  }

  /// The value of an expression; empty when unset.
  public static Optional<Value> evaluate(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Literal(var value, _) -> Optional.of(value);
      case Expression.Name(var name, _) ->
          name.equals("today") ? Optional.of(new Value.Date(scope.today())) : scope.named(name);
      case Expression.Path(var of, var field, _) -> field(evaluate(of, scope), field);
      case Expression.Choose(var condition, var then, var otherwise, _) ->
          switch (truth(condition, scope)) {
            case YES -> evaluate(then, scope);
            case NO -> evaluate(otherwise, scope);
            case UNSET -> Optional.empty();
          };
      case Expression.Arithmetic arithmetic -> calculate(arithmetic, scope);
      case Expression.Negate(var operand, _) ->
          amount(operand, scope).map(amount -> new Value.Decimal(amount.negate()));
      case Expression.Call(var function, var arguments, _) ->
          switch (function) {
            case OPEN, CONFIRMED, SWITCH, KNOWN, MATCHES, CONTAINS ->
                value(truth(expression, scope));
            case OPENS_NEXT ->
                quoted(arguments.getFirst())
                    .flatMap(name -> scope.opensNext(new ScheduleName(name)));
            case ANNOUNCEMENT ->
                quoted(arguments.getFirst())
                    .flatMap(name -> scope.announcement(new SwitchName(name)))
                    .map(Value.Text::new);
            case AGE, DAYS_UNTIL, DAYS_SINCE, MASK, LENGTH, LOWER, COUNT ->
                evaluate(arguments.getFirst(), scope)
                    .flatMap(value -> Working.of(function, value, scope.today()));
          };
      case Expression.Not _,
          Expression.All _,
          Expression.Any _,
          Expression.Compare _,
          Expression.Matches _ ->
          value(truth(expression, scope));
    };
  }

  private static Optional<Value> field(Optional<Value> owner, String name) {
    return owner.isPresent() && owner.get() instanceof Value.Fields fields
        ? fields.get(name)
        : Optional.empty();
  }

  private static Optional<Value> value(Truth truth) {
    return switch (truth) {
      case YES -> YES;
      case NO -> NO;
      case UNSET -> Optional.empty();
    };
  }

  private static Truth truth(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Not(var operand, _) -> truth(operand, scope).not();
      case Expression.All(var operands, _) -> decided(operands, Truth.NO, scope);
      case Expression.Any(var operands, _) -> decided(operands, Truth.YES, scope);
      case Expression.Compare(var by, var left, var right, _) ->
          Meaning.compare(by, evaluate(left, scope), evaluate(right, scope));
      case Expression.Matches(var text, var pattern, _) -> matches(pattern, evaluate(text, scope));
      case Expression.Call(var function, var arguments, _) ->
          switch (function) {
            case KNOWN -> Truth.of(evaluate(arguments.getFirst(), scope).isPresent());
            case OPEN, CONFIRMED, SWITCH -> asked(function, arguments.getFirst(), scope);
            case CONTAINS ->
                Working.contains(
                    evaluate(arguments.getFirst(), scope), evaluate(arguments.getLast(), scope));
            case AGE,
                DAYS_UNTIL,
                DAYS_SINCE,
                MASK,
                LENGTH,
                LOWER,
                COUNT,
                ANNOUNCEMENT,
                OPENS_NEXT,
                MATCHES ->
                Truth.UNSET;
          };
      case Expression.Choose(var condition, var then, var otherwise, _) ->
          switch (truth(condition, scope)) {
            case YES -> truth(then, scope);
            case NO -> truth(otherwise, scope);
            case UNSET -> Truth.UNSET;
          };
      case Expression.Literal _, Expression.Name _, Expression.Path _ ->
          truth(evaluate(expression, scope));
      case Expression.Arithmetic _, Expression.Negate _ -> Truth.UNSET;
    };
  }

  private static Truth truth(Optional<Value> value) {
    return value.isPresent() && value.get() instanceof Value.Bool(var holds)
        ? Truth.of(holds)
        : Truth.UNSET;
  }

  /// One operand that is `decisive` settles all; else one that is unset leaves them unset.
  private static Truth decided(List<Expression> operands, Truth decisive, Scope scope) {
    Truth result = decisive.not();
    for (Expression operand : operands) {
      Truth truth = truth(operand, scope);
      if (truth == decisive) return decisive;
      if (truth == Truth.UNSET) result = Truth.UNSET;
    }
    return result;
  }

  private static Truth asked(Function function, Expression argument, Scope scope) {
    return quoted(argument)
        .map(name ->
            switch (function) {
              case OPEN -> Truth.of(scope.open(new ScheduleName(name)));
              case CONFIRMED -> Truth.of(scope.confirmed(new ToolName(name)));
              case SWITCH -> Truth.of(scope.thrown(new SwitchName(name)));
              default -> Truth.UNSET;
            })
        .orElse(Truth.UNSET);
  }

  /// The name in quotes that some functions take.
  private static Optional<String> quoted(Expression argument) {
    return argument instanceof Expression.Literal literal && !literal.value().toString().isEmpty()
        ? Optional.of(literal.value().toString())
        : Optional.empty();
  }

  private static Truth matches(LinearPattern pattern, Optional<Value> text) {
    return text.isPresent() && text.get() instanceof Value.Text(var words)
        ? Truth.of(pattern.matches(words))
        : Truth.UNSET;
  }

  private static Optional<Value> calculate(Expression.Arithmetic arithmetic, Scope scope) {
    Optional<BigDecimal> left = amount(arithmetic.left(), scope);
    if (left.isEmpty()) return Optional.empty();
    Optional<BigDecimal> right = amount(arithmetic.right(), scope);
    if (right.isEmpty()) return Optional.empty();
    return Amounts.calculate(arithmetic.by(), left.get(), right.get()).map(Value.Decimal::new);
  }

  private static Optional<BigDecimal> amount(Expression operand, Scope scope) {
    Optional<Value> value = evaluate(operand, scope);
    return value.isPresent() && value.get() instanceof Value.Decimal(var amount)
        ? Optional.of(amount)
        : Optional.empty();
  }
}
