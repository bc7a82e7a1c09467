package callflow.connector.operation;

import callflow.expression.Rendering;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.value.ConnectorName;
import callflow.value.Fit;
import callflow.value.ToolResult.Kind;
import callflow.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Turns what the other side answered into the fields an operation declares.
///
/// The declaration is an allow-list: what it doesn't name goes nowhere.
public final class Output {
  private final ConnectorName connector;
  private final List<FieldDecl> fields;
  private final String root;

  /// Fields of one operation.
  ///
  /// @param root where a field without `from:` is looked up: `body` or `row`
  public Output(ConnectorName connector, List<FieldDecl> fields, String root) {
    this.connector = connector;
    this.fields = List.copyOf(fields);
    this.root = root;
  }

  /// Whether the answer need not be looked at.
  public boolean nothing() {
    return fields.isEmpty();
  }

  /// Done with the declared fields, or a bad answer that names the field which doesn't fit.
  ///
  /// @param answer what expressions may read: `body`, or `rows`, `row` and `updated`
  public Attempt read(Value.Fields answer) {
    var scope = new Bindings(answer);
    var read = new LinkedHashMap<String, Value>();
    for (FieldDecl field : fields) {
      String name = field.name().value();
      Optional<Value> found = find(field, scope).map(Clip::value);
      if (found.isEmpty()) {
        if (field.required()) return misfit(name, "is missing in it");
        continue;
      }
      switch (Fit.of(field.type().value(), found.get())) {
        case Fit.Fits(var value) -> read.put(name, value);
        case Fit.Misfit(var reason) -> {
          return misfit(name, "does not fit: it " + reason);
        }
      }
    }
    return Attempt.done(new Value.Fields(read));
  }

  private Optional<Value> find(FieldDecl field, Bindings scope) {
    return field
        .from()
        .map(template -> Rendering.value(template, scope))
        .orElseGet(() -> scope.named(root).flatMap(value -> member(value, field.name().value())));
  }

  private static Optional<Value> member(Value value, String name) {
    return value instanceof Value.Fields fields ? fields.get(name) : Optional.empty();
  }

  private Attempt misfit(String field, String trouble) {
    return Attempt.broken(
        Kind.BAD_ANSWER,
        "the answer of `" + connector + "` can't be used: the field `" + field + "` " + trouble,
        false);
  }
}
