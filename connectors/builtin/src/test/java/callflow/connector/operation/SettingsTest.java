package callflow.connector.operation;

import static callflow.connector.operation.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.value.ConnectorName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Settings settings =
      new Settings(
          new ConnectorName("billing"),
          name ->
              switch (name) {
                case "TOKEN" -> Optional.of("t0k3n");
                case "BROKEN" -> Optional.of("t0k3n\n");
                case "BLANK" -> Optional.of(" ");
                default -> Optional.empty();
              });

  @Test
  void a_reference_is_looked_up_and_a_literal_stands_for_itself() {
    assertThat(settings.read(at("env:TOKEN")).reveal()).isEqualTo("t0k3n");
    assertThat(settings.read(at("reader")).reveal()).isEqualTo("reader");
    assertThat(settings.missing()).isEmpty();
  }

  @Test
  void what_is_missing_is_named_with_the_place_of_its_reference() {
    settings.read(at("env:NOWHERE"));
    settings.read(at("env:BLANK"));

    assertThat(settings.missing()).extracting(Diagnostic::rule).containsOnly(Rule.MISSING_SECRET);
    assertThat(settings.missing().getFirst().message()).contains("`NOWHERE`", "`billing`");
    assertThat(settings.missing().getFirst().span()).isEqualTo(Sample.PLACE);
  }

  @Test
  void a_line_break_at_the_end_of_a_secret_is_said_without_showing_it() {
    settings.read(at("env:BROKEN"));

    assertThat(settings.missing()).singleElement().asString().contains("line break");
    assertThat(settings.missing()).asString().doesNotContain("t0k3n");
  }

  @Test
  void a_secret_does_not_print() {
    assertThat(new Secret("t0k3n")).hasToString("***");
  }
}
