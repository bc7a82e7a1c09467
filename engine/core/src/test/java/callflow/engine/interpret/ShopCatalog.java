package callflow.engine.interpret;

import callflow.check.ToolCatalog;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.Type;
import callflow.value.Types;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One connector `shop` with an operation of each effect.
final class ShopCatalog implements ToolCatalog {
  private final Map<OperationRef, OperationSchema> operations = new LinkedHashMap<>();

  ShopCatalog() {
    add("find", Effect.READS, Map.of("number", required(Types.TEXT)), Set.of("not_found"));
    add("note", Effect.WRITES, Map.of("text", required(Types.TEXT)), Set.of());
    add("pay", Effect.IRREVERSIBLE, Map.of("amount", required(Types.NUMBER)), Set.of());
  }

  private static Type.Field required(Type type) {
    return new Type.Field(type, true, false, "");
  }

  private void add(String name, Effect effect, Map<String, Type.Field> input, Set<String> errors) {
    var ref = new OperationRef(new ConnectorName("shop"), name);
    var output = new LinkedHashMap<String, Type.Field>();
    output.put("found", new Type.Field(Types.BOOL, false, false, ""));
    output.put("text", new Type.Field(Types.TEXT, false, false, ""));
    operations.put(
        ref,
        new OperationSchema(
            ref,
            name,
            new Type.Struct(new LinkedHashMap<>(input)),
            new Type.Struct(output),
            effect,
            Duration.ofSeconds(5),
            false,
            errors));
  }

  @Override
  public Optional<OperationSchema> operation(OperationRef name) {
    return Optional.ofNullable(operations.get(name));
  }

  @Override
  public Set<ConnectorName> connectors() {
    return Set.of(new ConnectorName("shop"));
  }

  @Override
  public List<OperationRef> operations(ConnectorName connector) {
    return List.copyOf(operations.keySet());
  }

  @Override
  public Set<ConnectorName> damaged() {
    return Set.of();
  }
}
