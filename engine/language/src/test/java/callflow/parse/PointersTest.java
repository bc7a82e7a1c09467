package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PointersTest {
  private static final SourceFile SOURCE =
      new SourceFile(
          "f",
          """
          flow: a
          states:
            menu:
              next:
                - if: verified
                  goto: menu
            pay/~now: { say: Hello. }
          """);

  private static String at(int line, int column) {
    return Pointers.of(SOURCE).at(new Span("f", line, column, line, column + 1));
  }

  @Test
  void a_place_lies_in_its_innermost_node() {
    assertThat(at(6, 15)).isEqualTo("/states/menu/next/0/goto");
    assertThat(at(3, 4)).isEqualTo("/states/menu");
  }

  @Test
  void slashes_and_tildes_of_keys_are_escaped() {
    assertThat(at(7, 22)).isEqualTo("/states/pay~1~0now/say");
  }

  @Test
  void a_place_outside_every_node_is_the_whole_file() {
    assertThat(at(40, 1)).isEmpty();
    assertThat(Pointers.of(new SourceFile("f", "a: [")).at(new Span("f", 1, 1, 1, 2))).isEmpty();
  }

  @Test
  void findings_of_several_files_are_looked_up_in_their_own() {
    var pointer = Pointers.in(file -> file.equals("f") ? Optional.of(SOURCE) : Optional.empty());

    assertThat(pointer.apply(Diagnostic.of(Rule.EMPTY_STATE, new Span("f", 1, 7, 1, 8), "x")))
        .isEqualTo("/flow");
    assertThat(pointer.apply(Diagnostic.of(Rule.EMPTY_STATE, Span.startOf("g"), "x"))).isEmpty();
  }
}
