package callflow.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextRendererTest {
  private static String rendered(String text, Diagnostic... findings) {
    var source = new SourceFile("a.flow.yaml", text);
    return new TextRenderer(_ -> Optional.of(source), false).render(List.of(findings));
  }

  private static Diagnostic at(int line, int from, int to) {
    return Diagnostic.of(
        Rule.UNKNOWN_STATE, new Span("a.flow.yaml", line, from, line, to), "no such state");
  }

  @Test
  void a_finding_shows_its_line_its_carets_and_what_to_do() {
    var finding =
        at(2, 7, 13)
            .withSuggestions(List.of("shipped", "shop"))
            .withHint("declare it")
            .withRelated(new Span("a.flow.yaml", 1, 1, 1, 5), "states are declared here");

    assertThat(rendered("states:\ngoto: shiped\n", finding))
        .isEqualTo(
            """
            a.flow.yaml:2:7: error: no such state [unknown-state]
              |
            2 | goto: shiped
              |       ^^^^^^
              = did you mean `shipped` or `shop`?
              = declare it
              = callers who get here would have nowhere to go
              = see a.flow.yaml:1:1: states are declared here
            """);
  }

  @Test
  void carets_count_characters_and_keep_in_step_with_tabs() {
    assertThat(rendered("\t\uD83D\uDE00 x", at(1, 4, 5))).contains("\n  | \t  ^\n");
  }

  @Test
  void a_long_line_is_shown_around_the_place() {
    String shown = rendered("a".repeat(300) + "BAD" + "b".repeat(300), at(1, 301, 304));

    assertThat(shown).contains("1 | …" + "a".repeat(40) + "BAD" + "b".repeat(57) + "…\n");
    assertThat(shown).contains("  | " + " ".repeat(41) + "^^^\n");
  }

  @Test
  void a_place_over_several_lines_is_marked_to_the_end_of_its_first() {
    var finding =
        Diagnostic.of(Rule.EMPTY_STATE, new Span("a.flow.yaml", 1, 3, 2, 2), "nothing in it");

    assertThat(rendered("ab cd\nef", finding)).contains("  |   ^^^\n");
  }

  @Test
  void a_place_beyond_the_file_is_named_without_an_excerpt() {
    assertThat(rendered("one line", at(7, 3, 4)))
        .startsWith("a.flow.yaml:7:3: ")
        .doesNotContain("|");
  }

  @Test
  void findings_come_by_place_and_the_same_one_once() {
    assertThat(rendered("ab", at(1, 2, 3), at(1, 1, 2), at(1, 2, 3)).lines())
        .filteredOn(line -> line.contains(": error:"))
        .extracting(line -> line.substring(0, line.indexOf(": error")))
        .containsExactly("a.flow.yaml:1:1", "a.flow.yaml:1:2");
  }

  @Test
  void of_one_rule_and_file_twenty_are_shown_and_the_rest_counted() {
    var many = IntStream.rangeClosed(1, 32).mapToObj(i -> at(1, i, i + 1)).toList();

    String shown = rendered("x".repeat(40), many.toArray(Diagnostic[]::new));

    assertThat(shown.lines().filter(line -> line.contains("error:"))).hasSize(20);
    assertThat(shown).endsWith("\na.flow.yaml: and 12 more [unknown-state]\n");
  }

  @Test
  void an_excerpt_can_not_move_the_terminals_cursor() {
    assertThat(rendered("a\u001b[2Jb", at(1, 1, 2))).doesNotContain("\u001b");
  }

  @Test
  void a_secret_is_hidden_in_every_excerpt_of_its_line() {
    var secret =
        Diagnostic.of(Rule.SECRET_LITERAL, new Span("a.flow.yaml", 1, 8, 1, 14), "in clear text");

    assertThat(rendered("token: s3cr3t x", secret, at(1, 15, 16))).doesNotContain("s3cr3t");
  }

  @Test
  void colours_come_only_when_asked_for() {
    var source = new SourceFile("a.flow.yaml", "ab");
    var findings = List.of(at(1, 1, 2));

    String plain = new TextRenderer(_ -> Optional.of(source), false).render(findings);
    String colourful = new TextRenderer(_ -> Optional.of(source), true).render(findings);

    assertThat(plain).doesNotContain("\u001b");
    assertThat(colourful).contains("\u001b[1;31m");
    assertThat(colourful.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void nothing_is_written_where_nothing_was_found() {
    assertThat(rendered("ab")).isEmpty();
  }
}
