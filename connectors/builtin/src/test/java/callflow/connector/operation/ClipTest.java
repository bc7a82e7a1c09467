package callflow.connector.operation;

import static callflow.connector.operation.Sample.fields;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipTest {
  @Test
  void a_text_is_cut_between_characters_never_within_one() {
    assertThat(Clip.text("😀".repeat(Clip.TEXT + 1))).isEqualTo("😀".repeat(Clip.TEXT));
  }

  @Test
  void texts_inside_lists_and_fields_are_cut_too() {
    String longText = "x".repeat(Clip.TEXT + 1);
    String cut = "x".repeat(Clip.TEXT);

    assertThat(Clip.value(new Value.Items(List.of(fields("a", longText, "n", 1)))))
        .isEqualTo(new Value.Items(List.of(fields("a", cut, "n", 1))));
  }
}
