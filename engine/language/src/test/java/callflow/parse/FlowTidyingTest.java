package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.source.SourceFile;
import org.junit.jupiter.api.Test;

class FlowTidyingTest {
  private static String tidy(String text) {
    return FlowTidying.tidy(new SourceFile("desk.flow.yaml", text)).text().orElseThrow();
  }

  @Test
  void keys_comments_indentation_and_empty_lines_come_into_order() {
    String messy =
        """
        # My desk. Change with care.

        start: welcome   # here it begins
        flow: desk
        states:
            welcome:
                # goes on
                next: menu
                say: |
                  Hello.

                    Indented.
                # end of welcome
            menu:
              choices:
                a:
                  goto: bye # out
                  # what they want
                  caller: wants a
                  examples: [x,
                     y]
              prompt: Ask
               more.


              # listen first
              silence:
              - goto: bye
                # seven
                after: 7s


              -   after: 5s
                  say: Hm.
            # the end
            bye:
              hangup: done
              say: "Bye,
                bye."
            # more states may come
        # what it is called
        title: Desk
        """;

    assertThat(tidy(messy))
        .isEqualTo(
            """
            # My desk. Change with care.

            flow: desk
            # what it is called
            title: Desk
            start: welcome   # here it begins

            states:
              welcome:
                say: |
                  Hello.

                    Indented.
                # goes on
                next: menu
                # end of welcome

              menu:
                prompt: Ask
                 more.
                choices:
                  a:
                    # what they want
                    caller: wants a
                    examples: [x,
                       y]
                    goto: bye # out

                # listen first
                silence:
                  # seven
                  - after: 7s
                    goto: bye

                  - after: 5s
                    say: Hm.

              # the end
              bye:
                say: "Bye,
                  bye."
                hangup: done
              # more states may come
            """);
  }

  @Test
  void names_of_the_author_keep_their_order() {
    String text =
        """
        flow: desk
        start: b

        variables:
          z: { type: text }
          a: { type: text }

        states:
          b:
            collect:
              z: {}
              a: {}
            next: a
            on:
              voice_lost: a
              attempts_exhausted: a

          a:
            hangup: done
        """;

    assertThat(tidy(text)).isEqualTo(text);
  }

  @Test
  void a_comment_right_above_a_key_goes_with_it_and_the_head_of_the_file_stays() {
    assertThat(
            tidy(
                """
                # head

                # about the states
                states: { a: { hangup: done } }
                # about the name
                flow: desk
                start: a
                """))
        .isEqualTo(
            """
            # head

            # about the name
            flow: desk
            start: a
            # about the states
            states: { a: { hangup: done } }
            """);
  }

  @Test
  void ends_of_lines_stay_what_they_are() {
    assertThat(tidy("start: a\r\nflow: desk\r\nstates:\r\n    a:\r\n        hangup: done\r\n"))
        .isEqualTo("flow: desk\r\nstart: a\r\n\r\nstates:\r\n  a:\r\n    hangup: done\r\n");
  }

  @Test
  void a_file_with_errors_of_shape_is_left_alone_with_the_errors() {
    var tidied =
        FlowTidying.tidy(new SourceFile("desk.flow.yaml", "start: a\nflow: desk\nstaets: {}\n"));

    assertThat(tidied.text()).isEmpty();
    assertThat(tidied.findings()).isNotEmpty().allMatch(Diagnostic::isError);
  }

  @Test
  void a_text_that_keeps_its_empty_lines_keeps_them() {
    String text =
        """
        start: a
        flow: desk
        states:
          a:
            hangup: done
            say: |+
              Bye.


          b:
            hangup: done
        """;

    var tidied = FlowTidying.tidy(new SourceFile("desk.flow.yaml", text)).text();

    assertThat(tidied.map(FlowTidyingTest::said).orElse("Bye.\n\n\n")).isEqualTo("Bye.\n\n\n");
  }

  private static String said(String text) {
    var flow = FlowParser.parse(new SourceFile("desk.flow.yaml", text)).value().orElseThrow();
    return callflow.expression.Infix.of(
        flow.states().getFirst().say().orElseThrow().templates().findFirst().orElseThrow());
  }
}
