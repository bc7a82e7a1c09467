package callflow.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SarifRendererTest {
  private static final String SARIF =
      new SarifRenderer(_ -> Optional.empty(), Rule::slug)
          .render(
              List.of(
                  Diagnostic.of(
                          Rule.SILENT_LOOP,
                          new Span("my flows/a.flow.yaml", 3, 5, 3, 9),
                          "goes round")
                      .withHint("ask the caller something")
                      .withRelated(new Span("my flows/a.flow.yaml", 1, 1, 1, 2), "and back here")));

  @Test
  void every_rule_of_the_catalogue_is_described() {
    for (Rule rule : Rule.values()) {
      assertThat(SARIF).contains("\"id\": \"" + rule.slug() + "\"");
    }
  }

  @Test
  void a_result_names_its_rule_its_level_and_its_place() {
    assertThat(SARIF)
        .contains("\"version\": \"2.1.0\"")
        .contains("\"columnKind\": \"unicodeCodePoints\"")
        .contains("\"ruleId\": \"silent-loop\"")
        .contains("\"text\": \"goes round\\nask the caller something\"")
        .contains("\"uri\": \"my%20flows/a.flow.yaml\"")
        .contains("\"relatedLocations\"")
        .containsPattern("\"startLine\": 3,\\s+\"startColumn\": 5,\\s+\"endLine\": 3");
  }
}
