package callflow.expression;

import callflow.expression.Template.Part;
import callflow.value.Value;
import java.util.List;

/// Gives the names of a called flow the names they have in the flow that calls it: `account` of a
/// flow that the state `identify` calls is `identify.account` there.
///
/// @param prefix what stands before each name; empty for a flow that nobody calls
public record Qualifier(String prefix) {
  public static final Qualifier NONE = new Qualifier("");

  public String name(String written) {
    return prefix + written;
  }

  /// The name an author gave, without those of the states that lead to it.
  public static String bare(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  public Template of(Template template) {
    if (prefix.isEmpty()) return template;
    return new Template(template.parts().stream().map(this::part).toList(), template.span());
  }

  private Part part(Part part) {
    return switch (part) {
      case Part.Words words -> words;
      case Part.Hole(var expression) -> new Part.Hole(of(expression));
    };
  }

  public Expression of(Expression expression) {
    if (prefix.isEmpty()) return expression;
    return switch (expression) {
      case Expression.Literal literal -> literal;
      case Expression.Name(var name, var span) ->
          isShared(name) ? expression : new Expression.Name(name(name), span);
      case Expression.Path(var of, var field, var span) -> new Expression.Path(of(of), field, span);
      case Expression.Not(var operand, var span) -> new Expression.Not(of(operand), span);
      case Expression.All(var operands, var span) -> new Expression.All(all(operands), span);
      case Expression.Any(var operands, var span) -> new Expression.Any(all(operands), span);
      case Expression.Compare(var by, var left, var right, var span) ->
          new Expression.Compare(by, of(left), of(right), span);
      case Expression.Arithmetic(var by, var left, var right, var span) ->
          new Expression.Arithmetic(by, of(left), of(right), span);
      case Expression.Negate(var operand, var span) -> new Expression.Negate(of(operand), span);
      case Expression.Choose(var condition, var then, var otherwise, var span) ->
          new Expression.Choose(of(condition), of(then), of(otherwise), span);
      case Expression.Call call -> call(call);
      case Expression.Matches(var text, var pattern, var span) ->
          new Expression.Matches(of(text), pattern, span);
    };
  }

  private List<Expression> all(List<Expression> operands) {
    return operands.stream().map(this::of).toList();
  }

  private static boolean isShared(String name) {
    return TypeScope.BUILT_IN.containsKey(name) || name.equals(TypeScope.RESULT);
  }

  private Expression call(Expression.Call call) {
    List<Expression> arguments =
        switch (call.function()) {
          case OPEN, OPENS_NEXT, CONFIRMED -> call.arguments().stream().map(this::quoted).toList();
          // Switches belong to the deployment, and all flows see the same.
          case SWITCH, ANNOUNCEMENT -> call.arguments();
          case AGE, DAYS_UNTIL, DAYS_SINCE, MASK, LENGTH, LOWER, CONTAINS, COUNT, MATCHES, KNOWN ->
              all(call.arguments());
        };
    return new Expression.Call(call.function(), arguments, call.span());
  }

  /// The quoted name of a schedule or a tool.
  private Expression quoted(Expression argument) {
    return argument instanceof Expression.Literal(Value.Text(var name), var span)
        ? new Expression.Literal(new Value.Text(name(name)), span)
        : argument;
  }
}
