package callflow.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
  private static final Diagnostic FINDING =
      Diagnostic.of(Rule.UNKNOWN_STATE, new Span("a/b.flow.yaml", 3, 5, 3, 9), "no \"such\" state")
          .withHint("declare it")
          .withSuggestions(List.of("menu"))
          .withRelated(new Span("a/b.flow.yaml", 1, 1, 1, 2), "here");

  @Test
  void a_finding_carries_its_place_its_node_and_its_remedy() {
    assertThat(new JsonRenderer(_ -> "/states/pay~1now/next").render(List.of(FINDING)))
        .isEqualTo(
            """
            {
              "version": 1,
              "findings": [
                {
                  "rule": "unknown-state",
                  "severity": "error",
                  "file": "a/b.flow.yaml",
                  "line": 3,
                  "column": 5,
                  "endLine": 3,
                  "endColumn": 9,
                  "pointer": "/states/pay~1now/next",
                  "state": "pay/now",
                  "message": "no \\"such\\" state",
                  "why": "callers who get here would have nowhere to go",
                  "help": "declare it",
                  "suggestions": [
                    "menu"
                  ],
                  "related": [
                    {
                      "file": "a/b.flow.yaml",
                      "line": 1,
                      "column": 1,
                      "endLine": 1,
                      "endColumn": 2,
                      "message": "here"
                    }
                  ],
                  "docs": "docs/diagnostics.md#unknown-state"
                }
              ],
              "counts": {
                "error": 1,
                "warning": 0,
                "note": 0
              }
            }
            """);
  }

  @Test
  void a_finding_outside_states_has_no_state() {
    assertThat(new JsonRenderer(_ -> "/tools/pay").render(List.of(FINDING)))
        .doesNotContain("\"state\"");
  }

  @Test
  void text_is_escaped_so_that_any_reader_takes_it() {
    var finding =
        Diagnostic.of(
            Rule.EMPTY_FILE, Span.startOf("a"), "\u0000\u001b\n\t\\ \u2028 \uD800 \uD83D\uDE00 é");

    assertThat(new JsonRenderer(_ -> "").render(List.of(finding)))
        .contains("\"\\u0000\\u001b\\n\\t\\\\ \\u2028 \\ud800 \uD83D\uDE00 é\"");
  }
}
