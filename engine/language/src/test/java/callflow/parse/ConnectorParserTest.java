package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.AuthDecl;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.syntax.ConnectorFile.ErrorDecl;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.syntax.ReplyDecl;
import callflow.value.Effect;
import callflow.value.Type;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorParserTest {
  private static ConnectorFile ok(String name) {
    var parsed = ConnectorParser.parse(Sources.ok(name));
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.value().orElseThrow();
  }

  private static List<Diagnostic> findings(String text) {
    return ConnectorParser.parse(new SourceFile("a.connector.yaml", text)).diagnostics();
  }

  private static OperationDecl findCustomer() {
    return ok("billing.connector.yaml").operations().getFirst();
  }

  @Test
  void an_http_connector_has_an_address_an_account_and_a_timeout() {
    var http = (Backend.Http) ok("billing.connector.yaml").backend();

    assertThat(http.baseUrl().value()).isEqualTo("env:BILLING_URL");
    assertThat(((AuthDecl.Bearer) http.auth()).token().value()).isEqualTo("env:BILLING_TOKEN");
    assertThat(http.timeout().map(Located::value)).contains(Duration.ofSeconds(5));
    assertThat(http.allowPrivate()).isTrue();
  }

  @Test
  void an_sql_connector_has_a_statement_and_a_bound_of_rows() {
    ConnectorFile file = ok("branches.connector.yaml");

    assertThat(file.backend()).isInstanceOf(Backend.Sql.class);
    var statement = (Request.Statement) file.operations().getFirst().request().orElseThrow();
    assertThat(statement.sql().value()).startsWith("select city").endsWith(":postcode");
    assertThat(statement.maxRows().map(Located::value)).contains(1);
  }

  @Test
  void arguments_are_required_unless_they_say_otherwise() {
    assertThat(findCustomer().input())
        .extracting(field -> field.name().value(), FieldDecl::required, FieldDecl::sensitive)
        .containsExactly(
            tuple("account", true, false),
            tuple("born", true, true),
            tuple("branch", false, false));
  }

  @Test
  void fields_of_an_object_may_be_a_word_or_keys() {
    var customer = (Type.Struct) findCustomer().output().get(1).type().value();

    assertThat(customer.fields().sequencedKeySet()).containsExactly("id", "name", "open_bills");
    assertThat(customer.fields().get("name").sensitive()).isTrue();
    assertThat(customer.fields().get("open_bills").type()).isInstanceOf(Type.ListOf.class);
  }

  @Test
  void errors_keep_their_order_and_their_words() {
    assertThat(findCustomer().errors())
        .extracting(error -> error.when().value(), error -> error.code().value())
        .containsExactly(tuple("404", "not_found"), tuple("409", "ambiguous"));
    assertThat(ok("branches.connector.yaml").operations().getFirst().errors())
        .extracting(ErrorDecl::when)
        .extracting(Located::value)
        .containsExactly("none");
  }

  @Test
  void a_body_holds_templates_and_constants() {
    var request = (Request.HttpRequest) findCustomer().request().orElseThrow();
    var body = (BodyDecl.Members) request.body().orElseThrow();

    assertThat(body.members())
        .extracting(member -> member.name().value())
        .containsExactly("account", "filters", "exact", "max");
    assertThat(body.members().get(0).value()).isInstanceOf(BodyDecl.Leaf.class);
    assertThat(body.members().get(1).value()).isInstanceOf(BodyDecl.Elements.class);
    assertThat(body.members().get(2).value())
        .isEqualTo(new BodyDecl.Constant(new Value.Bool(true)));
    assertThat(body.members().get(3).value())
        .isEqualTo(new BodyDecl.Constant(new Value.Decimal(BigDecimal.ONE)));
  }

  @Test
  void prepared_answers_match_arguments_and_answer_or_fail() {
    var mock = findCustomer().mock();

    assertThat(mock.getFirst().when().get("account")).contains(new Value.Text("12345678"));
    assertThat(mock.getLast().outcome()).isInstanceOf(ReplyDecl.Outcome.Fail.class);
    assertThat(mock.getLast().times().map(Located::value)).contains(2);
  }

  @Test
  void an_operation_says_what_it_does_to_the_world() {
    assertThat(ok("billing.connector.yaml").operations().getLast().effect().value())
        .isEqualTo(Effect.IRREVERSIBLE);
    assertThat(ok("billing.connector.yaml").operations().getLast().honoursKey()).isTrue();
  }

  @Test
  void a_secret_in_clear_text_is_refused_and_not_repeated() {
    var findings =
        findings(
            """
            connector: a
            kind: http
            base_url: https://a.example
            auth: { kind: bearer, token: s3cr3t }
            operations:
              one: { effect: reads, request: { method: GET, path: / } }
            """);

    assertThat(findings).extracting(Diagnostic::rule).containsExactly(Rule.SECRET_LITERAL);
    assertThat(findings.getFirst().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void keys_of_the_other_kind_are_unknown() {
    var findings =
        findings(
            """
            connector: a
            kind: sql
            url: jdbc:h2:mem:a
            base_url: https://a.example
            operations:
              one: { effect: reads, request: { method: GET, path: / } }
            """);

    assertThat(findings)
        .extracting(Diagnostic::rule)
        .containsExactlyInAnyOrder(Rule.UNKNOWN_KEY, Rule.UNKNOWN_KEY);
  }
}
