package callflow.connector.pack;

import static callflow.connector.operation.Sample.BEARER;
import static callflow.connector.operation.Sample.CANARY;
import static callflow.connector.operation.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.Connector;
import callflow.connector.operation.AnOperation;
import callflow.connector.operation.Sample;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.ConnectorFile.AuthDecl;
import callflow.syntax.ConnectorFile.Backend;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
  private static final AnOperation LOOK = AnOperation.named("look").http("GET", "/");

  @Test
  void a_missing_environment_variable_is_reported_when_a_connector_is_opened() {
    var file = Sample.http("http://localhost", LOOK);

    assertThat(ConnectorFileChecker.check(file)).isEmpty();
    assertThat(findings(Connectors.open(file, _ -> Optional.empty())))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Rule.MISSING_SECRET);
          assertThat(finding.message()).contains("`CANARY`");
          assertThat(finding.span()).isEqualTo(Sample.PLACE);
        });
  }

  @Test
  void an_address_from_the_environment_is_judged_like_a_written_one_and_not_shown() {
    var backend = new Backend.Http(at("env:URL"), BEARER, Optional.empty(), false);
    var file = Sample.http(backend, LOOK);

    for (String url :
        List.of("http://" + CANARY + ".example", "https://a:" + CANARY + "@b.example", CANARY)) {
      assertThat(findings(Connectors.open(file, _ -> Optional.of(url))))
          .singleElement()
          .asString()
          .doesNotContain(CANARY);
    }
    assertThat(findings(Connectors.open(file, _ -> Optional.of("https://b.example")))).isEmpty();
  }

  @Test
  void a_secret_in_the_file_is_found_but_not_repeated() {
    var auth = new AuthDecl.Basic(at("reader"), at(CANARY));
    var web =
        Sample.http(new Backend.Http(at("https://b.example"), auth, Optional.empty(), false), LOOK);
    var database =
        Sample.file(
            new Backend.Sql(
                at("jdbc:h2:mem:x"), Optional.empty(), Optional.of(at(CANARY)), Optional.empty()),
            AnOperation.named("find").sql("select 1"));

    for (var file : List.of(web, database)) {
      assertThat(ConnectorFileChecker.check(file))
          .singleElement()
          .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.SECRET_LITERAL))
          .asString()
          .doesNotContain(CANARY);
    }
  }

  @Test
  void a_url_without_a_driver_is_said_without_showing_it() {
    var file = Sample.sql("jdbc:nosuch:" + CANARY, AnOperation.named("find").sql("select 1"));

    assertThat(findings(Connectors.open(file, Sample.SECRETS)))
        .singleElement()
        .asString()
        .contains("driver")
        .doesNotContain(CANARY);
  }

  @Test
  void what_can_only_be_rehearsed_cannot_be_opened() {
    var file =
        Sample.http(
            "http://localhost",
            AnOperation.named("look").reply(Value.Fields.NONE, Value.Fields.NONE));

    assertThat(ConnectorFileChecker.check(file)).isEmpty();
    assertThat(findings(Connectors.open(file, Sample.SECRETS)))
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .contains("`look`", "mock");
  }

  @Test
  void sql_in_a_web_connector_is_a_mix_up_and_the_other_way_round() {
    var web = Sample.http("http://localhost", AnOperation.named("look").sql("select 1"));
    var database = Sample.sql("jdbc:h2:mem:x", LOOK);

    assertThat(ConnectorFileChecker.check(web)).singleElement().asString().contains("kind: sql");
    assertThat(ConnectorFileChecker.check(database))
        .singleElement()
        .asString()
        .contains("kind: http");
  }

  /// Closes what was opened against expectation.
  private static List<Diagnostic> findings(Checked<Connector> opened) {
    if (opened instanceof Checked.Passed<Connector>(var connector, _)) connector.close();
    return opened.diagnostics();
  }
}
