package callflow.check;

import callflow.expression.Expression;
import callflow.syntax.FlowFile;
import callflow.syntax.ToolDecl;
import callflow.syntax.VariableDecl;
import callflow.value.OperationSchema;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

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
    var open = new HashSet<VariableName>();
    types.forEach((name, type) -> {
      if (isOpen(type)) open.add(name);
    });
    for (ToolDecl tool : flow.tools()) {
      var operation = catalog.operation(tool.use().value());
      operation.ifPresent(schema -> refine(types, open, tool, schema));
    }
    return types;
  }

  private static boolean isOpen(Type type) {
    return type instanceof Type.Struct struct && struct.open();
  }

  private static void refine(
      SequencedMap<VariableName, Type> types,
      Set<VariableName> open,
      ToolDecl tool,
      OperationSchema operation) {
    for (ToolDecl.SaveDecl save : tool.save()) {
      var variable = save.variable().value();
      var given = given(save.value(), operation.output());
      if (!open.contains(variable) || given.isEmpty()) continue;
      if (given.get() instanceof Type.Struct fields && !fields.open()) {
        types.computeIfPresent(variable, (_, known) -> merged((Type.Struct) known, fields));
      }
    }
  }

  /// What several tools save in one variable has the fields of all of them, and need not have any.
  private static Type merged(Type.Struct known, Type.Struct given) {
    if (known.open() || known.equals(given)) return given;
    var fields = new LinkedHashMap<String, Type.Field>();
    Stream.concat(known.fields().entrySet().stream(), given.fields().entrySet().stream())
        .forEach(field ->
            fields.merge(field.getKey(), optional(field.getValue()), VariableTypes::either));
    return new Type.Struct(fields);
  }

  private static Type.Field optional(Type.Field field) {
    return new Type.Field(field.type(), false, field.sensitive(), field.description());
  }

  private static Type.Field either(Type.Field one, Type.Field other) {
    Type type = one.type().equals(other.type()) ? one.type() : Types.ANY;
    return new Type.Field(type, false, one.sensitive() || other.sensitive(), one.description());
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
