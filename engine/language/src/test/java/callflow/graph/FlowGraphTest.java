package callflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.check.BillingCatalog;
import callflow.compile.FlowCompiler;
import callflow.diagnostic.Checked;
import callflow.graph.FlowGraph.Always;
import callflow.graph.FlowGraph.Arrow;
import callflow.graph.FlowGraph.Box;
import callflow.graph.FlowGraph.Kind;
import callflow.program.Program;
import callflow.source.SourceFile;
import callflow.value.StateName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowGraphTest {
  private static final String DESK =
      """
      flow: desk
      start: welcome
      variables:
        account: { type: digits }
      defaults:
        silence:
          - after: 7s
            say: Are you still there?
          - after: 5s
            goto: bye
        on: { attempts_exhausted: agent, voice_lost: agent }
      anywhere:
        - caller: asks for a person
          dtmf: "0"
          goto: agent
      transfers:
        team: { to: "+4930123456" }
      states:
        welcome:
          say: Welcome to the desk.
          next: menu
        menu:
          prompt: Ask what the caller wants.
          choices:
            pay:
              caller: wants to pay
              dtmf: "1"
              goto: number
            nothing:
              caller: wants nothing
              goto: bye
        number:
          collect:
            account: { attempts: 2 }
          next: look
          on: { attempts_exhausted: agent, voice_lost: bye }
        look:
          next:
            - if: account == '1' and visits < 3
              goto: menu
            - goto: bye
        agent:
          transfer: team
          on: { closed: bye, busy: bye, no_answer: bye, declined: bye, voicemail: bye, failed: bye }
        bye:
          say: Goodbye.
          hangup: done
      """;

  static Program program(String text) {
    var checked =
        FlowCompiler.compile(new SourceFile("desk.flow.yaml", text), BillingCatalog.standard());
    return switch (checked) {
      case Checked.Passed<Program>(var program, _) -> program;
      case Checked.Failed<Program>(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  private final FlowGraph graph = FlowGraph.of(program(DESK));

  @Test
  void every_state_has_a_box_that_says_what_it_is_for() {
    assertThat(graph.boxes())
        .extracting(Box::kind)
        .containsExactly(
            Kind.SPEAKS, Kind.ASKS, Kind.ASKS, Kind.DECIDES, Kind.HANDS_OVER, Kind.ENDS);
    assertThat(graph.boxes().getFirst().start()).isTrue();
    assertThat(graph.boxes().getFirst().words()).containsExactly("Welcome to the desk.");
    assertThat(graph.boxes().get(2).lines()).containsExactly("asks for account");
    assertThat(graph.boxes().get(4).lines()).containsExactly("to team");
  }

  @Test
  void arrows_say_the_choice_with_its_key_the_condition_and_the_event() {
    assertThat(labels("menu", "number")).containsExactly("pay · key 1");
    assertThat(labels("look", "menu")).containsExactly("if account == '1' and visits < 3");
    assertThat(labels("look", "bye")).containsExactly("otherwise");
    assertThat(labels("welcome", "menu")).isEmpty();
    assertThat(labels("agent", "bye"))
        .containsExactly("closed", "busy", "no_answer", "declined", "voicemail", "failed");
  }

  @Test
  void what_holds_everywhere_is_told_once_and_not_drawn() {
    assertThat(graph.always())
        .containsExactly(
            new Always("caller asks for a person · key 0", state("agent")),
            new Always("attempts_exhausted", state("agent")),
            new Always("voice_lost", state("agent")),
            new Always("silence for 12 s", state("bye")));
    assertThat(graph.arrows()).noneMatch(arrow -> arrow.to().value().equals("agent"));
  }

  @Test
  void a_handler_of_a_state_is_drawn_where_it_differs() {
    assertThat(labels("number", "bye")).containsExactly("voice_lost");
  }

  @Test
  void a_silence_ladder_is_drawn_where_it_differs() {
    var other =
        FlowGraph.of(
            program(
                DESK.replace(
                    "  look:\n    next:",
                    "  look:\n    prompt: Listen.\n"
                        + "    silence: [{ after: 3s, goto: agent }]\n    next:")));

    assertThat(other.arrows())
        .filteredOn(arrow -> arrow.to().value().equals("agent"))
        .containsExactly(
            new Arrow(new StateName("look"), new StateName("agent"), List.of("silence")));
  }

  @Test
  void what_the_law_wants_said_first_is_drawn_above_the_states_of_the_file() {
    var disclosing =
        FlowGraph.of(
            program(DESK + "compliance: { disclosure: You are talking to an assistant. }\n"));

    assertThat(disclosing.boxes().getFirst().name().value()).startsWith("compliance.");
    assertThat(disclosing.boxes().getFirst().start()).isTrue();
    assertThat(disclosing.boxes()).extracting(box -> box.name().value()).contains("welcome");
  }

  @Test
  void mermaid_has_a_line_for_each_box_and_arrow_and_no_sign_it_would_trip_over() {
    String text = Mermaid.of(graph);

    assertThat(text)
        .startsWith("flowchart TD\n")
        .contains("state_menu[\"<b>menu</b>\"]")
        .contains("state_menu -->|\"pay · key 1\"| state_number")
        .contains("if account == '1' and visits #60; 3");
    assertThat(text.lines().filter(line -> line.contains("-->")).count())
        .isEqualTo(graph.arrows().size());
  }

  private List<String> labels(String from, String to) {
    return graph.arrows().stream()
        .filter(arrow -> arrow.from().value().equals(from) && arrow.to().value().equals(to))
        .findFirst()
        .orElseThrow()
        .labels();
  }

  private static Optional<StateName> state(String name) {
    return Optional.of(new StateName(name));
  }

  @Test
  void a_detour_is_drawn_with_its_way_back_in_words() {
    var flow =
        DESK.replace(
                "anywhere:\n",
                "anywhere:\n  - { caller: asks the time, goto: time, then: resume }\n")
            .replace("states:\n", "states:\n  time:\n    say: It is time.\n    next: resume\n");

    var drawn = FlowGraph.of(program(flow));

    assertThat(drawn.arrows()).noneMatch(arrow -> arrow.to().equals(StateName.RESUME));
    assertThat(drawn.boxes().getFirst().lines()).containsExactly("back to where the caller was");
  }
}
