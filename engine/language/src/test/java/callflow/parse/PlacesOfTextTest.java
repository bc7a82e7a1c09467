package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.source.Written;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Every character of a text knows where it stands in its file, however the text is written.
class PlacesOfTextTest {
  private static Written value(String yaml) {
    var findings = new Findings();
    Node root = YamlReader.read(new SourceFile("f", yaml), findings).orElseThrow();
    assertThat(findings.all()).isEmpty();
    var mapping = (Node.Mapping) root;
    return ((Node.Scalar) mapping.entries().getFirst().value()).text();
  }

  /// The place of `word` in the value of the first key, as `line:column-line:column`.
  private static String place(String yaml, String word) {
    Written text = value(yaml);
    int start = text.value().indexOf(word);
    assertThat(start).as("`%s` in `%s`", word, text.value()).isNotNegative();
    Span span = text.part(start, start + word.length());
    return span.startLine()
        + ":"
        + span.startColumn()
        + "-"
        + span.endLine()
        + ":"
        + span.endColumn();
  }

  @Test
  void plain_text_on_one_line() {
    assertThat(place("say: Hello there", "there")).isEqualTo("1:12-1:17");
  }

  @Test
  void plain_text_folded_over_lines() {
    assertThat(place("say: Hello\n   there\n\n   you", "there")).isEqualTo("2:4-2:9");
    assertThat(place("say: Hello\n   there\n\n   you", "you")).isEqualTo("4:4-4:7");
  }

  @Test
  void quoted_text_with_doubled_quotes_and_escapes() {
    assertThat(place("say: 'It''s here'", "here")).isEqualTo("1:13-1:17");
    assertThat(place("say: \"a\\tb \\u00e9 \\\\ here\"", "here")).isEqualTo("1:22-1:26");
    assertThat(place("say: \"\\U0001F600 here\"", "here")).isEqualTo("1:18-1:22");
  }

  @Test
  void quoted_text_folded_and_joined() {
    assertThat(place("say: \"Hello  \n\n  there\"", "there")).isEqualTo("3:3-3:8");
    assertThat(place("say: \"Hel\\\n   lo there\"", "there")).isEqualTo("2:7-2:12");
  }

  @Test
  void block_text_line_by_line() {
    String yaml = "say: |\n\n  Hello\n    deep\n\n  there\n";
    assertThat(place(yaml, "Hello")).isEqualTo("3:3-3:8");
    assertThat(place(yaml, "deep")).isEqualTo("4:5-4:9");
    assertThat(place(yaml, "there")).isEqualTo("6:3-6:8");
  }

  @Test
  void block_text_with_an_indentation_of_its_own() {
    assertThat(place("say: |2-\n    Hello\n   there\n", "there")).isEqualTo("3:4-3:9");
  }

  @Test
  void folded_text_with_paragraphs_and_deeper_lines() {
    String yaml = "say: >-  # a comment\n  Hello\n  there\n\n  next one\n\n    deep\n  end\n";
    assertThat(place(yaml, "there")).isEqualTo("3:3-3:8");
    assertThat(place(yaml, "one")).isEqualTo("5:8-5:11");
    assertThat(place(yaml, "deep")).isEqualTo("7:5-7:9");
    assertThat(place(yaml, "end")).isEqualTo("8:3-8:6");
  }

  @Test
  void columns_count_characters_not_their_halves() {
    assertThat(place("say: \uD83D\uDE00 here", "here")).isEqualTo("1:8-1:12");
  }

  @Test
  void lines_may_end_as_on_windows_and_a_byte_order_mark_counts_for_nothing() {
    assertThat(place("\uFEFFsay: |\r\n  Hello\r\n  there\r\n", "there")).isEqualTo("3:3-3:8");
  }

  @Test
  void the_whole_place_of_a_text_includes_its_quotes() {
    assertThat(value("say: 'Hello'  ").span()).isEqualTo(new Span("f", 1, 6, 1, 13));
  }

  @Test
  void every_letter_of_random_texts_is_found_again_in_the_file() {
    for (long seed = 1; seed <= 2_000; seed++) {
      String yaml = randomText(new Random(seed));
      Written text = value(yaml);
      String[] lines = yaml.split("\n", -1);
      for (int i = 0; i < text.value().length(); i++) {
        char letter = text.value().charAt(i);
        if (!Character.isLetter(letter)) continue;
        Span place = text.part(i, i + 1);
        assertThat(lines[place.startLine() - 1].charAt(place.startColumn() - 1))
            .as("seed %d, offset %d of %s", seed, i, yaml)
            .isEqualTo(letter);
      }
    }
  }

  /// A text in one of the five styles, with random words, line ends and deeper lines; every letter
  /// is another one than its neighbours.
  private static String randomText(Random random) {
    String[] starts = {"say: ", "say: '", "say: \"", "say: |\n  ", "say: >\n  "};
    String[] ends = {"", "'", "\"", "\n", "\n"};
    int style = random.nextInt(starts.length);
    var yaml = new StringBuilder(starts[style]);
    char letter = 'a';
    for (int word = 0; word < 1 + random.nextInt(12); word++) {
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        yaml.append(letter);
        letter = letter == 'z' ? 'a' : (char) (letter + 1);
      }
      yaml.append(between(random, style));
    }
    return yaml.append('x').append(ends[style]).toString();
  }

  private static String between(Random random, int style) {
    boolean deeper = style >= 3 && random.nextInt(3) == 0;
    String indentation = "\n  " + (deeper ? "  " : "");
    return switch (random.nextInt(6)) {
      case 0 -> indentation;
      case 1 -> "\n" + indentation;
      case 2 -> "\n\n" + indentation;
      case 3 -> style == 1 ? " '' " : style == 2 ? " \\n\\\" " : "  ";
      default -> " ";
    };
  }
}
