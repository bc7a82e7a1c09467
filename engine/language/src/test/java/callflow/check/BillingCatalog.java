package callflow.check;

import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.Type;
import callflow.value.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The connector `billing` of the flow in the manual, and a broken one called `crm`.
public final class BillingCatalog implements ToolCatalog {
  private static final ConnectorName BILLING = new ConnectorName("billing");

  private final SequencedMap<OperationRef, OperationSchema> operations = new LinkedHashMap<>();

  private BillingCatalog(List<OperationSchema> schemas) {
    schemas.forEach(schema -> operations.put(schema.name(), schema));
  }

  public static BillingCatalog standard() {
    return with(Effect.IRREVERSIBLE);
  }

  /// The same with another effect of `billing.pay`.
  public static BillingCatalog with(Effect ofPay) {
    var customer = struct(field("id", Types.TEXT), field("name", Types.TEXT));
    var amount = new Type.Money("EUR", Optional.empty(), Optional.empty());
    var schemas = new ArrayList<OperationSchema>();
    schemas.add(
        operation(
            "find_customer",
            struct(field("account", Types.DIGITS), field("born", Types.DATE)),
            struct(field("matched", Types.BOOL), optional("customer", customer)),
            Effect.READS,
            Set.of("locked")));
    schemas.add(
        operation(
            "get_balance",
            struct(field("customer_id", Types.TEXT)),
            struct(field("open", amount)),
            Effect.READS,
            Set.of()));
    schemas.add(
        operation(
            "pay",
            struct(field("customer_id", Types.TEXT), field("amount", amount)),
            struct(field("reference", Types.TEXT)),
            ofPay,
            Set.of("declined_by_bank")));
    schemas.add(
        operation(
            "check_pin",
            struct(field("pin", Types.DIGITS)),
            struct(field("matched", Types.BOOL), field("secret_word", Types.TEXT)),
            Effect.READS,
            Set.of()));
    return new BillingCatalog(schemas);
  }

  private static OperationSchema operation(
      String name, Type.Struct input, Type.Struct output, Effect effect, Set<String> errors) {
    return new OperationSchema(
        new OperationRef(BILLING, name),
        "Does " + name,
        input,
        output,
        effect,
        Duration.ofSeconds(5),
        false,
        errors);
  }

  private record Named(String name, Type.Field field) {}

  private static Named field(String name, Type type) {
    return new Named(name, new Type.Field(type, true, false, ""));
  }

  private static Named optional(String name, Type type) {
    return new Named(name, new Type.Field(type, false, false, ""));
  }

  private static Type.Struct struct(Named... fields) {
    var map = new LinkedHashMap<String, Type.Field>();
    for (Named named : fields) map.put(named.name(), named.field());
    return new Type.Struct(map);
  }

  @Override
  public Optional<OperationSchema> operation(OperationRef name) {
    return Optional.ofNullable(operations.get(name));
  }

  @Override
  public Set<ConnectorName> connectors() {
    return Set.of(BILLING);
  }

  @Override
  public List<OperationRef> operations(ConnectorName connector) {
    return connector.equals(BILLING) ? List.copyOf(operations.keySet()) : List.of();
  }

  @Override
  public Set<ConnectorName> damaged() {
    return Set.of(new ConnectorName("crm"));
  }
}
