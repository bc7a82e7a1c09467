package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.syntax.FlowFile;
import callflow.syntax.VariableDecl;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sensitive and secret values in texts that people read: those of variables marked so, and those
/// fields of a tool's answer which its connector marks so.
public final class Hidden {
  private final Set<String> variables;
  private final Map<VariableName, Type> types;

  private Hidden(Set<String> variables, Map<VariableName, Type> types) {
    this.variables = variables;
    this.types = types;
  }

  public static Hidden of(FlowFile flow, ToolCatalog catalog) {
    return new Hidden(marked(flow), VariableTypes.of(flow, catalog));
  }

  private static Set<String> marked(FlowFile flow) {
    return flow.variables().stream()
        .filter(variable -> variable.sensitive() || variable.secret())
        .map(VariableDecl::name)
        .map(name -> name.value().value())
        .collect(Collectors.toSet());
  }

  /// The first name in the template whose value nobody may read.
  public Optional<Expression.Name> in(Template template) {
    for (Expression hole : template.holes()) {
      var names = Roots.shown(hole);
      var marked = names.stream().filter(name -> variables.contains(name.name())).findFirst();
      if (marked.isPresent()) return marked;
      if (!names.isEmpty() && shows(hole)) return Optional.of(names.getFirst());
    }
    return Optional.empty();
  }

  /// Whether a path leads to, through, or above a sensitive field.
  private boolean shows(Expression hole) {
    return switch (hole) {
      case Expression.Path(var inner, var field, _) -> shows(type(inner), field);
      case Expression.Name name -> holds(type(name));
      case Expression other -> Roots.shown(other).stream().anyMatch(name -> holds(type(name)));
    };
  }

  private static boolean shows(Type owner, String name) {
    if (!(owner instanceof Type.Struct(var fields))) return false;
    var field = fields.get(name);
    return field != null && (field.sensitive() || holds(field.type()));
  }

  private static boolean holds(Type type) {
    return switch (type) {
      case Type.Struct(var fields) ->
          fields.values().stream().anyMatch(field -> field.sensitive() || holds(field.type()));
      case Type.ListOf(var element) -> holds(element);
      case Type _ -> false;
    };
  }

  private Type type(Expression of) {
    return switch (of) {
      case Expression.Name name -> types.getOrDefault(new VariableName(name.name()), Types.ANY);
      case Expression.Path(var inner, var field, _)
          when type(inner) instanceof Type.Struct(var fields) && fields.containsKey(field) ->
          fields.get(field).type();
      case Expression _ -> Types.ANY;
    };
  }
}
