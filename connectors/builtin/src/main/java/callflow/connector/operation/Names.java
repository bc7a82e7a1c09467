package callflow.connector.operation;

import callflow.expression.Expression;
import callflow.expression.Template;
import java.util.List;
import java.util.stream.Stream;

/// What an expression of a connector file asks for.
public final class Names {
  private Names() {}

  /// The names in a template, in order.
  public static List<Expression.Name> of(Template template) {
    return template.holes().stream()
        .flatMap(Names::parts)
        .filter(Expression.Name.class::isInstance)
        .map(Expression.Name.class::cast)
        .toList();
  }

  /// The functions a template calls, in order.
  public static List<Expression.Call> calls(Template template) {
    return template.holes().stream()
        .flatMap(Names::parts)
        .filter(Expression.Call.class::isInstance)
        .map(Expression.Call.class::cast)
        .toList();
  }

  private static Stream<Expression> parts(Expression expression) {
    return Stream.concat(
        Stream.of(expression), operands(expression).stream().flatMap(Names::parts));
  }

  private static List<Expression> operands(Expression expression) {
    return switch (expression) {
      case Expression.Literal _, Expression.Name _ -> List.of();
      case Expression.Path path -> List.of(path.of());
      case Expression.Not not -> List.of(not.operand());
      case Expression.All all -> all.operands();
      case Expression.Any any -> any.operands();
      case Expression.Compare compare -> List.of(compare.left(), compare.right());
      case Expression.Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
      case Expression.Negate negate -> List.of(negate.operand());
      case Expression.Choose choose ->
          List.of(choose.condition(), choose.then(), choose.otherwise());
      case Expression.Call call -> call.arguments();
      case Expression.Matches matches -> List.of(matches.text());
    };
  }
}
