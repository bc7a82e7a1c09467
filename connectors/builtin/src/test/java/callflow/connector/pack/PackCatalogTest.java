package callflow.connector.pack;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.operation.AnOperation;
import callflow.connector.operation.Sample;
import callflow.connector.operation.Schemas;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.Type;
import callflow.value.Types;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackCatalogTest {
  private static final ConnectorName BILLING = new ConnectorName("billing");
  private static final ConnectorName ORDERS = new ConnectorName("orders");

  private final PackCatalog catalog =
      new PackCatalog(
          List.of(
              Sample.http(
                  "http://localhost",
                  AnOperation.named("find")
                      .input("id")
                      .output("name", Types.TEXT)
                      .error("404", "no_account")
                      .http("GET", "/${id}"),
                  AnOperation.named("pay")
                      .effect(Effect.WRITES)
                      .honoursKey()
                      .timeout(Duration.ofSeconds(9))
                      .http("POST", "/pay"))),
          List.of(ORDERS));

  @Test
  void an_operation_is_found_by_its_name_with_all_it_promises() {
    var find = catalog.operation(new OperationRef(BILLING, "find")).orElseThrow();
    var pay = catalog.operation(new OperationRef(BILLING, "pay")).orElseThrow();

    assertThat(find.input().fields()).containsOnlyKeys("id");
    assertThat(find.output().fields())
        .containsEntry("name", new Type.Field(Types.TEXT, true, false, ""));
    assertThat(find.errorCodes()).containsExactly("no_account");
    assertThat(find.timeout()).isEqualTo(Schemas.TIMEOUT);
    assertThat(pay.timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(pay.honoursKey()).isTrue();
  }

  @Test
  void connectors_and_operations_are_listed_in_the_order_of_the_files() {
    assertThat(catalog.connectors()).containsExactly(BILLING);
    assertThat(catalog.operations(BILLING))
        .extracting(OperationRef::operation)
        .containsExactly("find", "pay");
  }

  @Test
  void what_is_not_there_is_empty() {
    assertThat(catalog.operation(new OperationRef(BILLING, "fly"))).isEmpty();
    assertThat(catalog.operation(new OperationRef(ORDERS, "find"))).isEmpty();
    assertThat(catalog.operations(ORDERS)).isEmpty();
  }

  @Test
  void damaged_files_are_known_by_name() {
    assertThat(catalog.damaged()).isEqualTo(Set.of(ORDERS));
  }
}
