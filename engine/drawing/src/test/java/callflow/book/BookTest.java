package callflow.book;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.check.ToolCatalog;
import callflow.compile.FlowCompiler;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Ignore;
import callflow.program.Program;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.value.ConnectorName;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookTest {
  private static final String DESK =
      """
      flow: desk
      start: welcome
      languages: [en, de]
      persona: { en: You are Mia., de: Du bist Mia. }
      variables:
        account: { type: digits, sensitive: yes, describe: the <account> number }
        pin: { type: digits, secret: yes }
      defaults:
        silence:
          - after: 7s
            say: { en: "Still there?", de: "Noch da?" }
          - after: 5s
            goto: bye
        on: { attempts_exhausted: bye, voice_lost: bye }
      schedules:
        office: { zone: Europe/Berlin, open: { mon-fri: "08:00-18:00" }, closed: [2026-12-25] }
      transfers:
        team: { to: "+4930123456", hours: office, attach: { number: "${account}" } }
      policies:
        - name: the account is never read back
          never_spoken: [account]
      states:
        welcome:
          say: { en: Welcome to the desk., de: Willkommen. }
          next: number
        number:
          prompt: { en: Ask for the number., de: Frag nach der Nummer. }
          help: { en: It is on your bill., de: Sie steht auf der Rechnung. }
          collect:
            account: { ask: { en: "Your number?", de: "Ihre Nummer?" }, attempts: 2 }
            pin: { dtmf: true }
          next: [{ if: "account == '1'", goto: team }, { goto: bye }]
        team:
          transfer: team
          on: { closed: bye, busy: bye, no_answer: bye, declined: bye, voicemail: bye, failed: bye }
        bye:
          say: { en: Goodbye., de: Auf Wiedersehen. }
          hangup: done
      """;

  private static final ToolCatalog NO_TOOLS =
      new ToolCatalog() {
        @Override
        public Optional<OperationSchema> operation(OperationRef name) {
          return Optional.empty();
        }

        @Override
        public Set<ConnectorName> connectors() {
          return Set.of();
        }

        @Override
        public List<OperationRef> operations(ConnectorName connector) {
          return List.of();
        }

        @Override
        public Set<ConnectorName> damaged() {
          return Set.of();
        }
      };

  private final String html = book(List.of()).html();

  private static Book book(List<Ignore> ignored) {
    var checked = FlowCompiler.compile(new SourceFile("desk.flow.yaml", DESK), NO_TOOLS);
    return switch (checked) {
      case Checked.Passed<Program>(var program, _) ->
          new Book(program, "The <desk>", Map.of(), ignored);
      case Checked.Failed<Program>(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  @Test
  void what_is_said_stands_word_for_word_in_each_language() {
    assertThat(html)
        .contains("<span class=\"tag\">word for word (en)</span>\nWelcome to the desk.")
        .contains("<span class=\"tag\">word for word (de)</span>\nWillkommen.")
        .contains("Ihre Nummer?")
        .contains("Noch da?");
  }

  @Test
  void help_stands_with_its_state_and_what_is_always_answered_stands_once() {
    assertThat(html).containsOnlyOnce("Take your time.");
    assertThat(html.indexOf("It is on your bill."))
        .isBetween(html.indexOf("id=\"page-number\""), html.indexOf("id=\"page-team\""));
  }

  @Test
  void guidance_is_told_apart_from_what_is_said() {
    assertThat(html)
        .contains("guidance to the model, never read out (de)</span>\nFrag nach der Nummer.");
  }

  @Test
  void each_state_is_a_place_that_the_picture_and_the_text_lead_to() {
    assertThat(html)
        .contains("id=\"page-number\"")
        .contains("<a href=\"#page-number\"")
        .contains("if <code>account == '1'</code> → <a href=\"#page-team\">team</a>");
  }

  @Test
  void sensitive_and_secret_values_are_named_as_such() {
    assertThat(html)
        .contains("sensitive: hidden in records")
        .contains("secret: not even the model");
  }

  @Test
  void transfers_hours_and_promises_are_told() {
    assertThat(html)
        .contains("<code>+4930123456</code>")
        .contains("<td>Monday</td>\n<td>08:00 to 18:00</td>")
        .contains("<td>2026-12-25</td>\n<td>closed</td>")
        .contains("account is never spoken");
  }

  @Test
  void findings_that_are_accepted_are_listed_with_their_reason() {
    var ignore =
        new Ignore(new Span("desk.flow.yaml", 3, 1, 3, 2), 4, "unused-value", "comes later");

    assertThat(book(List.of(ignore)).html()).contains("unused-value").contains("comes later");
    assertThat(html).contains("None: nothing that the checker says");
  }

  @Test
  void nothing_of_the_flow_is_taken_for_html_and_the_page_needs_nothing_else() {
    assertThat(html)
        .contains("<h1>The &lt;desk&gt;</h1>")
        .contains("the &lt;account&gt; number")
        .doesNotContain("<account>")
        .doesNotContain("<script")
        .doesNotContain("src=")
        .doesNotContain("@import");
  }

  @Test
  void the_same_flow_gives_the_same_page() {
    assertThat(book(List.of()).html()).isEqualTo(html);
  }
}
