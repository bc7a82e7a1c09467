package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// The same findings in every form.
class FormatTest {
  @TempDir Path folder;

  @BeforeEach
  void a_flow_with_two_slips() throws IOException {
    Workplace.in(folder)
        .change("goto: payment", "goto: paiment")
        .change("type: money", "typ: money");
  }

  private String out(String format) {
    return new Workplace(folder).check("--format", format).out();
  }

  private static JsonNode json(String text) throws IOException {
    return new JsonMapper().readTree(text);
  }

  @Test
  void json_has_the_fix_as_edits_and_the_place_of_the_documentation() throws IOException {
    assertThat(json(out("json")).path("findings"))
        .anySatisfy(each -> {
          assertThat(each.path("rule").asText()).isEqualTo("unknown-state");
          assertThat(each.at("/fix/kind").asText()).isEqualTo("safe");
          assertThat(each.at("/fix/edits/0/text").asText()).isEqualTo("payment");
          assertThat(each.at("/fix/edits/0/line").asInt()).isEqualTo(each.path("line").asInt());
          assertThat(each.path("docs").asText()).isEqualTo("docs/diagnostics.md#unknown-state");
        });
  }

  @Test
  void json_lines_has_a_finding_a_line() throws IOException {
    var whole = json(out("json")).path("findings");
    var lines = out("jsonl").lines().toList();

    assertThat(lines).hasSize(whole.size());
    for (int i = 0; i < lines.size(); i++) {
      assertThat(json(lines.get(i))).isEqualTo(whole.get(i));
    }
  }

  @Test
  void sarif_has_help_for_each_rule_and_the_fix() throws IOException {
    var tree = json(out("sarif"));

    assertThat(tree.at("/runs/0/tool/driver/rules"))
        .allSatisfy(rule -> assertThat(rule.at("/help/markdown").asText()).contains("Wrong:"));
    assertThat(tree.at("/runs/0/results"))
        .anySatisfy(each ->
            assertThat(
                    each.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asText())
                .isEqualTo("payment"));
  }

  @Test
  void github_gets_a_command_for_each_finding() {
    assertThat(out("github").lines())
        .allSatisfy(line -> assertThat(line).startsWith("::"))
        .anySatisfy(line ->
            assertThat(line)
                .contains("::error file=")
                .contains(",line=119,endLine=119,col=15,endColumn=22,title=unknown-state::")
                .contains("there is no such state%0Adid you mean `payment`?"));
  }

  @Test
  void junit_has_a_test_for_each_file_and_a_failure_for_each_wrong_one() throws Exception {
    var report =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(out("junit"))));

    var suite = report.getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("12");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("`paiment`")
        .contains("did you mean `payment`?");
  }

  @Test
  void text_says_how_many_findings_can_be_put_right_by_themselves() {
    assertThat(out("text")).contains("`callflow check --fix` puts 2 of them right");
  }
}
