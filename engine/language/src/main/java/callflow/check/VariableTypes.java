package callflow.check;

import callflow.expression.Expression;
import callflow.syntax.FlowFile;
import callflow.syntax.ToolDecl;
import callflow.syntax.VariableDecl;
import callflow.value.OperationSchema;
import callflow.value.Type;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The type of each variable, where an object without declared fields takes those of what tools
/// save in it.
public final class VariableTypes {
  private VariableTypes() {}

  /// The types in the order of the file; what nobody declares fields for stays open.
  public static SequencedMap<VariableName, Type> of(FlowFile flow, ToolCatalog catalog) {
    var types = new LinkedHashMap<VariableName, Type>();
    for (VariableDecl variable : flow.variables()) {
      types.put(variable.name().value(), variable.type().value());
    }
    for (ToolDecl tool : flow.tools()) {
      var operation = catalog.operation(tool.use().value());
      operation.ifPresent(schema -> refine(types, tool, schema));
    }
    return types;
  }

  private static void refine(
      SequencedMap<VariableName, Type> types, ToolDecl tool, OperationSchema operation) {
    for (ToolDecl.SaveDecl save : tool.save()) {
      var given = given(save.value(), operation.output());
      if (given.isEmpty() || !(given.get() instanceof Type.Struct fields) || fields.open())
        continue;
      types.computeIfPresent(save.variable().value(), (_, declared) -> merged(declared, fields));
    }
  }

  private static Type merged(Type declared, Type.Struct given) {
    if (!(declared instanceof Type.Struct known)) return declared;
    var fields = new LinkedHashMap<>(known.fields());
    given.fields().forEach(fields::putIfAbsent);
    return known.open() || !known.equals(given) ? new Type.Struct(fields) : known;
  }

  /// The type of a plain path into `result`; empty for anything else.
  private static Optional<Type> given(Expression value, Type.Struct result) {
    return switch (value) {
      case Expression.Name(var name, _) when name.equals("result") -> Optional.of(result);
      case Expression.Path(var of, var field, _) ->
          given(of, result)
              .filter(Type.Struct.class::isInstance)
              .flatMap(inner -> field((Type.Struct) inner, field));
      default -> Optional.empty();
    };
  }

  private static Optional<Type> field(Type.Struct struct, String name) {
    return Optional.ofNullable(struct.fields().get(name)).map(Type.Field::type);
  }
}
