package callflow.connector.sql;

import callflow.connector.Connector;
import callflow.connector.operation.AnOperation;
import callflow.connector.operation.ConnectorContract;
import callflow.connector.operation.Sample;
import callflow.connector.pack.Connectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SqlConnectorContractTest extends ConnectorContract {
  private final Database database = new Database();

  @AfterEach
  void drop() {
    database.close();
  }

  @Override
  protected Connector open() {
    return connector(database.url());
  }

  @Override
  protected Connector openUnreachable() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return connector("jdbc:h2:tcp://localhost:" + free.getLocalPort() + "/nowhere");
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static Connector connector(String url) {
    List<AnOperation> operations = operations();
    operations
        .get(0)
        .sql("select holder, open, note, risk from account where pass(number) = :number")
        .error("none", "no_account");
    operations.get(1).sql("select * from account");
    operations.get(2).sql("select * from account");
    operations.get(3).sql("select repeat('x', 2000) as story");
    operations.get(4).sql("update account set note = :note where number = :number");
    return Sample.whole(
        Connectors.open(Sample.sql(url, operations.toArray(AnOperation[]::new)), Sample.SECRETS));
  }

  @Override
  protected void hold() {
    database.hold();
  }

  @Override
  protected void answerAgain() {
    database.release();
  }

  @Override
  protected void awaitRequest() throws InterruptedException {
    database.awaitRequest();
  }

  @Override
  protected String note() {
    return database.ask("select note from account");
  }
}
