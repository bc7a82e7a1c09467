package callflow.connector.pack;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.operation.Sample;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.parse.ConnectorParser;
import callflow.source.SourceFile;
import callflow.syntax.ConnectorFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as an analyst writes them, each with one mistake; the expected finding points at the words
/// of the last column.
class ConnectorFileCheckerTest {
  private static final String WEB =
      """
      connector: billing
      kind: http
      base_url: https://billing.example/v1
      auth: { kind: bearer, token: env:BILLING_TOKEN }
      operations:
        find:
          effect: reads
          input: { id: text, page: { type: integer, required: no } }
          output: { name: text, open: { type: money, currency: EUR, from: "${body.total}" } }
          errors: { 404: not_found }
          timeout: 2s
          request:
            method: GET
            path: /customers/${id}
            query: { page: "${page}" }
            headers: { X-Api-Key: env:SHOP_KEY }
          mock:
            - when: { id: C7 }
              reply: { name: Ann, open: 8.20 }
            - fail: not_found
        pay:
          effect: irreversible
          input: { amount: { type: money, currency: EUR } }
          request:
            method: POST
            path: /payments
            body: { amount: "${amount}", tags: [voice] }
      """;

  private static final String DATABASE =
      """
      connector: policies
      kind: sql
      url: jdbc:h2:mem:crm
      user: reader
      password: env:CRM_PASSWORD
      operations:
        newest:
          effect: reads
          input: { customer: integer }
          output: { number: { type: text, from: "${row.claim_no}" } }
          errors: { none: not_found }
          sql: select claim_no from claims where customer = :customer
          rows: { max: 5 }
        close:
          effect: writes
          input: { number: text }
          errors: { 23505: closed_already }
          sql: update claims set state = 'closed' where claim_no = :number
      """;

  @Test
  void a_sound_file_has_no_findings() {
    assertThat(findings(WEB)).isEmpty();
    assertThat(findings(DATABASE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://billing.example/v1 | http://billing.example     | bad-connector    | http://billing.example
          https://billing.example/v1 | https://b.example/?k=1     | bad-connector    | https://b.example/?k=1
          https://billing.example/v1 | https://${body}.example    | bad-connector    | https://${body}.example
          https://billing.example/v1 | https://ann@b.example      | secret-literal   | https://ann@b.example
          https://billing.example/v1 | https://10.0.0.7/v1        | bad-connector    | https://10.0.0.7/v1
          https://billing.example/v1 | https://[::1]/v1           | bad-connector    | https://[::1]/v1
          timeout: 2s                | timeout: 1h                | bad-range        | 1h
          404: not_found             | 40: not_found              | bad-connector    | 40
          404: not_found             | 404: timeout               | reserved-name    | timeout
          method: POST               | method: GET                | bad-connector    | GET
          /customers/${id}           | customers/${id}            | bad-connector    | customers/${id}
          /customers/${id}           | ${id}/customers            | bad-connector    | ${id}/customers
          /customers/${id}           | /customers?id=${id}        | bad-connector    | /customers?id=${id}
          /customers/${id}           | /customers/a b/${id}       | bad-connector    | /customers/a b/${id}
          /customers/${id}           | /customers/${idd}          | unknown-argument | idd
          /customers/${id}           | /customers/${id}/${page}   | bad-connector    | page
          "${page}"                  | "${id}"                    | bad-connector    | page
          X-Api-Key: env:SHOP_KEY    | X-Shop: env:SHOP-KEY       | bad-connector    | env:SHOP-KEY
          X-Api-Key: env:SHOP_KEY    | X-Secret: abc123           | secret-literal   | abc123
          X-Api-Key: env:SHOP_KEY    | Authorization: env:KEY     | bad-connector    | Authorization
          X-Api-Key: env:SHOP_KEY    | Idempotency-Key: env:KEY   | bad-connector    | Idempotency-Key
          X-Api-Key: env:SHOP_KEY    | X-Note: "${id + 1}"        | expression-type  | id
          "${body.total}"            | "${boddy.total}"           | unknown-variable | boddy
          "${body.total}"            | "${age(body.total)}"       | bad-connector    | age(body.total)
          id: text                   | id: { type: text, min_length: 5, max_length: 2 } | bad-range | text
          """)
  void a_mistake_in_a_web_connector_is_found_at_its_place(
      String written, String instead, String rule, String place) {
    expectOnly(WEB, written, instead, rule, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:h2:mem:crm            | h2:mem:crm                 | bad-connector    | h2:mem:crm
          jdbc:h2:mem:crm            | jdbc:h2:mem:${x}           | bad-connector    | jdbc:h2:mem:${x}
          { max: 5 }                 | { max: 500 }               | bad-range        | 500
          none: not_found            | 404: not_found             | bad-connector    | 404
          "${row.claim_no}"          | "${body.claim_no}"         | unknown-variable | body
          customer: integer          | customer: object           | bad-connector    | object
          = :customer                | = ${customer}              | sql-unsafe       | select
          = :customer                | = :custmer                 | unknown-argument | select
          = :customer                | = :customer; drop table x  | sql-unsafe       | select
          = :customer                | = :customer and a = ?      | sql-unsafe       | select
          = :customer                | = ':customer'              | bad-connector    | customer
          select claim_no from claims where | delete from claims where | sql-unsafe   | delete
          select claim_no from claims where | with x as (delete from claims returning *) select * from x where | sql-unsafe | with
          23505: closed_already      | 23505: failed              | reserved-name    | failed
          """)
  void a_mistake_in_a_database_connector_is_found_at_its_place(
      String written, String instead, String rule, String place) {
    expectOnly(DATABASE, written, instead, rule, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          when: { id: C7 }     | when: { idd: C7 }         | the input of `find` does not
          name: Ann, open      | nmae: Ann, name: A, open  | the output of `find` does not
          name: Ann, open      | open                      | lacks `name`
          open: 8.20           | open: soon                | `open` that can't be: it needs to be a number
          open: 8.20           | open: 8.201               | needs at most 2 decimals
          fail: not_found      | fail: timout              | can't fail with `timout`
          """)
  void a_rehearsed_reply_must_be_one_the_real_system_could_give(
      String written, String instead, String message) {
    var found = findings(WEB.replace(written, instead));

    assertThat(found).singleElement().extracting(Diagnostic::rule).isEqualTo(Rule.BAD_REPLY);
    assertThat(found.getFirst().message()).contains(message);
  }

  @Test
  void near_names_are_suggested() {
    assertThat(findings(WEB.replace("path: /customers/${id}", "path: /customers/${idd}")))
        .first()
        .extracting(Diagnostic::suggestions)
        .isEqualTo(List.of("id"));
    assertThat(findings(WEB.replace("fail: not_found", "fail: timout")))
        .first()
        .extracting(Diagnostic::suggestions)
        .isEqualTo(List.of("timeout"));
  }

  @Test
  void an_address_in_the_own_network_may_be_used_when_the_file_says_so() {
    String own =
        WEB.replace(
            "base_url: https://billing.example/v1",
            "base_url: http://10.0.0.7/v1\nallow_private: yes");

    assertThat(findings(own)).isEmpty();
  }

  @Test
  void an_operation_that_neither_sends_nor_rehearses_is_idle() {
    var found = findings(WEB.replaceAll("(?s)    request:\n      method: POST.*", ""));

    assertThat(found).singleElement().extracting(Diagnostic::message).asString().contains("`pay`");
  }

  @Test
  void findings_come_in_the_order_of_the_file() {
    var found =
        findings(WEB.replace("v1", "v1?x").replace("2s", "9h").replace("\"${page}", "\"${pag}"));

    assertThat(found).hasSize(3);
    assertThat(found).extracting(finding -> finding.span().startLine()).isSorted();
  }

  private static void expectOnly(
      String file, String written, String instead, String rule, String place) {
    assertThat(file).contains(written);
    String changed = file.replace(written, instead);

    var found = findings(changed);

    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().rule().slug()).as(found.toString()).isEqualTo(rule);
    assertThat(excerpt(changed, found.getFirst())).startsWith(place);
  }

  private static String excerpt(String file, Diagnostic finding) {
    var span = finding.span();
    String line = new SourceFile("", file).line(span.startLine());
    String from = line.substring(span.startColumn() - 1);
    return from.startsWith("\"") ? from.substring(1) : from;
  }

  private static List<Diagnostic> findings(String text) {
    return ConnectorFileChecker.check(file(text));
  }

  private static ConnectorFile file(String text) {
    return Sample.whole(
        ConnectorParser.parse(new SourceFile("billing.connector.yaml", text)).whole());
  }
}
