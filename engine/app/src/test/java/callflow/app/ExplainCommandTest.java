package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Rule;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  @Test
  void a_rule_is_explained_with_a_wrong_example_and_a_right_one() {
    var run = CommandLineRun.of("explain", "unknown-state");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("unknown-state (error)\n\nA way to a state that is not there\n")
        .contains("Wrong:\n")
        .contains("        next: by\n")
        .contains("Right:\n")
        .doesNotContain("```");
  }

  @Test
  void the_brackets_of_a_finding_may_be_copied_along() {
    assertThat(CommandLineRun.of("explain", "[cut-text]").out()).startsWith("cut-text (error)");
  }

  @Test
  void an_unknown_rule_gets_the_ones_that_may_be_meant() {
    var run = CommandLineRun.of("explain", "unknown-stat");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("did you mean `unknown-state`?");
  }

  @Test
  void without_a_rule_all_of_them_are_listed_one_line_each() {
    var run = CommandLineRun.of("explain");

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).hasSize(Rule.values().length);
    assertThat(run.out()).contains("unknown-state").contains("A way to a state that is not there");
  }
}
