package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  @TempDir Path folder;

  @Test
  void two_flows_of_one_name_in_a_folder_are_reported() throws IOException {
    var workplace = Workplace.in(folder);
    Files.copy(workplace.flow(), folder.resolve("copy.flow.yaml"));

    assertThat(workplace.check().out())
        .contains("is in this folder twice")
        .contains("[clashing-names]");
  }

  @Test
  void two_connectors_of_one_name_in_a_folder_are_reported_once() throws IOException {
    var workplace = Workplace.in(folder);
    Files.copy(folder.resolve("billing.connector.yaml"), folder.resolve("other.connector.yaml"));

    assertThat(workplace.check().out()).containsOnlyOnce("the connector `billing` is there twice");
  }

  @Test
  void a_connector_beside_the_flow_comes_before_one_of_the_project() throws IOException {
    var own = Files.createDirectories(folder.resolve("flows/mine"));
    var shared = Files.createDirectories(folder.resolve("connectors"));
    var workplace = Workplace.in(own);
    Files.copy(own.resolve("billing.connector.yaml"), shared.resolve("billing.connector.yaml"));

    assertThat(workplace.check().exit()).isZero();
  }
}
