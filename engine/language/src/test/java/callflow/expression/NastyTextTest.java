package callflow.expression;

import static callflow.expression.Reading.written;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Checked;
import callflow.value.Types;
import callflow.value.VariableName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever is written, the answer is a tree or a finding, soon.
class NastyTextTest {
  private static final int ROUNDS = 20_000;
  private static final int LONGEST = 600;

  /// Hundreds of times what one text needs, so that a busy machine doesn't fail the test.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final List<String> WORDS =
      List.of(
          "a",
          "b",
          "visits",
          "1",
          "0.5",
          "00",
          "'x'",
          "\"",
          "'",
          "\\",
          "(",
          ")",
          "((((",
          "))))",
          "{",
          "}",
          "${",
          "$${",
          "[",
          "]",
          "and ",
          "or ",
          "not ",
          " ",
          "  ",
          "\n",
          "\t",
          "+",
          "-",
          "*",
          "/",
          "%",
          "=",
          "==",
          "!=",
          "<",
          ">",
          "<=",
          ">=",
          "=~",
          "!~",
          "~",
          "?",
          ":",
          ".",
          ",",
          ";",
          "#",
          "##",
          "//",
          "/*",
          "@",
          "`",
          "age(",
          "open(",
          "known(",
          "matches(a, '",
          "mask(",
          "null",
          "new ",
          "var ",
          "->",
          "=>",
          "ä",
          "\uD83D\uDE00",
          "\uD83D",
          "\u2019",
          "\0",
          "{9}",
          "size(",
          "empty ",
          "true",
          "false",
          "x:",
          "1..2",
          "0x1F",
          "1e9",
          "&&",
          "||",
          "??",
          "?.");

  private static final TypeScope TYPES =
      TypeScope.of(
          Map.of(new VariableName("a"), Types.BOOL, new VariableName("b"), Types.TEXT),
          Set.of(),
          Set.of(),
          Set.of());

  @Test
  void any_text_gives_a_tree_or_a_finding_and_never_an_exception() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    int understood = 0;

    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random, round % 4 == 0 ? LONGEST : 12);
      if (answered(text, seed)) understood++;
    }

    assertThat(understood).as("texts that made sense, seed %d", seed).isPositive();
  }

  private static boolean answered(String text, long seed) {
    long start = System.nanoTime();
    try {
      Checked<Expression> parsed = Expressions.parse(written(text));
      if (parsed instanceof Checked.Passed<Expression>(var tree, _)) use(tree);
      Checked<Template> template = Expressions.template(written(text));
      if (template instanceof Checked.Passed<Template>(var whole, _)) use(whole);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      return parsed instanceof Checked.Passed<Expression>;
    } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
      throw new AssertionError("seed " + seed + ", text: " + text, thrown);
    }
  }

  private static void use(Expression tree) {
    var found = Typing.guard(tree, TYPES).diagnostics();
    assertThat(Evaluation.holds(tree, new Values())).isIn(true, false);
    assertThat(Canonical.of(tree)).isNotEmpty();
    assertThat(found).doesNotContainNull();
  }

  private static void use(Template whole) {
    assertThat(Speech.speak(whole, new Values(), TYPES, Locale.ENGLISH)).isNotNull();
    assertThat(Rendering.value(whole, new Values())).isNotNull();
    assertThat(Typing.spoken(whole, TYPES).diagnostics()).isNotNull();
  }

  private static String text(Random random, int longest) {
    var text = new StringBuilder();
    int pieces = random.nextInt(longest);
    for (int i = 0; i < pieces && text.length() < longest; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.substring(0, Math.min(text.length(), longest));
  }
}
