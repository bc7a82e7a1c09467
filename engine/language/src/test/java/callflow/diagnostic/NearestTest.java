package callflow.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void two_slips_are_forgiven_and_a_swap_counts_once() {
    assertThat(Nearest.of("agnt_trnsfer", List.of("menu", "agent_transfer")))
        .containsExactly("agent_transfer");
    assertThat(Nearest.of("promtp", List.of("prompt"))).containsExactly("prompt");
  }

  @Test
  void three_slips_are_another_word() {
    assertThat(Nearest.of("agt_trnsfer", List.of("agent_transfer"))).isEmpty();
  }

  @Test
  void short_words_may_differ_by_one_letter_only() {
    assertThat(Nearest.of("yes", List.of("yet", "say"))).containsExactly("yet");
  }

  @Test
  void the_same_words_in_another_order_or_spelling_are_near() {
    assertThat(Nearest.of("transferAgent", List.of("agent_transfer")))
        .containsExactly("agent_transfer");
    assertThat(Nearest.of("Birth Date", List.of("birth_date"))).containsExactly("birth_date");
  }

  @Test
  void the_nearest_comes_first_and_no_more_than_three() {
    assertThat(Nearest.of("state", List.of("stated", "statues", "stale", "slates", "states")))
        .containsExactly("stated", "stale", "states");
  }

  @Test
  void a_name_is_never_offered_for_itself() {
    assertThat(Nearest.of("menu", List.of("menu"))).isEmpty();
  }
}
