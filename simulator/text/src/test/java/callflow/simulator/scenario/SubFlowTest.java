package callflow.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.compile.FlowCompiler;
import callflow.connector.pack.PackCatalog;
import callflow.diagnostic.Checked;
import callflow.parse.Library;
import callflow.program.Program;
import callflow.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A flow that calls another goes through its states, with its own tools and values.
class SubFlowTest {
  private static final String IDENTIFY =
      """
      flow: identify
      start: ask
      inputs:
        account: { type: digits, length: 8 }
      outputs: [verified, tries]
      variables:
        born: { type: date, sensitive: true }
        verified: { type: boolean, initial: false }
        tries: { type: integer, initial: 0 }
      tools:
        find_customer:
          use: billing.find_customer
          with: { account: "${account}", born: "${born}" }
          save: { verified: result.matched }
      defaults:
        on: { tool.failed: lost, tool.timeout: lost, attempts_exhausted: lost }
      states:
        ask:
          collect:
            born: { ask: "When were you born?", attempts: 2 }
          set: { tries: "${tries + 1}" }
          run: find_customer
          next: decide
        decide:
          next:
            - if: verified
              goto: done
            - goto: lost
        done:
          return: known
        lost:
          return: lost
      """;

  private static final String MAIN =
      """
      flow: main
      start: hello
      variables:
        verified: { type: boolean, initial: false }
        tries: { type: integer }
      anywhere:
        - caller: asks for a person
          examples: [a person please]
          goto: desk
      states:
        hello:
          say: Hello.
          next: identify
        identify:
          call:
            flow: identify
            with: { account: "12345678" }
            save: { verified: verified, tries: tries }
          next:
            - if: returned == 'known'
              goto: menu
            - if: visits < 2
              say: Once more, please.
              goto: identify
            - goto: desk
        menu:
          say: Welcome, after ${tries} try.
          hangup: done
        desk:
          say: Please hold the line.
          hangup: desk
      """;

  @Test
  void a_call_goes_through_the_states_of_the_other_flow_and_comes_back() {
    assertThat(
            failures(
                """
                scenario: known at once
                flow: main
                connectors:
                  billing.find_customer:
                    - when: { account: "12345678", born: 1990-02-02 }
                      reply: { matched: true, customer: { id: C7 } }
                steps:
                  - expect: { state: identify.ask, said: "When were you born?" }
                  - model: { fill: { identify.born: 1990-02-02 } }
                  - expect:
                      called: { identify.find_customer: { account: "12345678" } }
                      variables: { verified: true }
                      said: "Welcome, after 1 try."
                      ended: done
                """))
        .isEmpty();
  }

  @Test
  void a_second_call_begins_anew_and_its_word_decides_again() {
    assertThat(
            failures(
                """
                scenario: lost twice
                flow: main
                connectors:
                  billing.find_customer: [{ reply: { matched: false } }]
                steps:
                  - model: { fill: { identify.born: 1990-02-02 } }
                  - expect: { state: identify.ask, said: "Once more, please." }
                  - expect: { variables: { identify.tries: 1, tries: 1, returned: lost } }
                  - model: { fill: { identify.born: 1990-02-03 } }
                  - expect: { said: Please hold the line., ended: desk }
                """))
        .isEmpty();
  }

  @Test
  void what_the_caller_may_ask_for_anywhere_is_heard_inside_too() {
    assertThat(
            failures(
                """
                scenario: a person
                flow: main
                connectors:
                  billing.find_customer: [{ reply: { matched: false } }]
                steps:
                  - expect: { state: identify.ask }
                  - caller: a person please
                  - expect: { ended: desk }
                """))
        .filteredOn(line -> !line.contains("billing.find_customer"))
        .isEmpty();
  }

  @Test
  void equal_files_make_equal_programs_and_a_change_of_the_called_flow_another_one() {
    var program = program(IDENTIFY);

    assertThat(program(IDENTIFY).id()).isEqualTo(program.id());
    assertThat(program(IDENTIFY.replace("When were", "In what year were")).id())
        .isNotEqualTo(program.id());
  }

  @Test
  void a_flow_that_is_called_can_be_rehearsed_alone_and_ends_with_its_word() {
    var known = IDENTIFY.replace("length: 8 }", "length: 8, initial: \"12345678\" }");
    var alone = compile("identify.flow.yaml", known, Map.of());
    var scenario =
        Northwind.scenario(
            """
            scenario: alone
            flow: identify
            connectors:
              billing.find_customer: [{ reply: { matched: true, customer: { id: C7 } } }]
            steps:
              - model: { fill: { born: 1990-02-02 } }
              - expect: { ended: known }
            """);

    assertThat(new ScenarioRunner(alone, Northwind.connectors()).run(scenario).failures())
        .isEmpty();
  }

  private static List<String> failures(String scenario) {
    return new ScenarioRunner(program(IDENTIFY), Northwind.connectors())
        .run(Northwind.scenario(scenario)).failures().stream().map(Object::toString).toList();
  }

  private static Program program(String called) {
    return compile("main.flow.yaml", MAIN, Map.of("identify.flow.yaml", called));
  }

  private static Program compile(String name, String text, Map<String, String> beside) {
    Library library =
        path ->
            Optional.ofNullable(beside.get(path))
                .map(found -> new Checked.Passed<>(new SourceFile(path, found), List.of()));
    var compiled =
        FlowCompiler.compile(
            new SourceFile(name, text),
            new PackCatalog(Northwind.connectors(), List.of()),
            library);
    assertThat(compiled.diagnostics()).filteredOn(it -> it.isError()).isEmpty();
    return ((Checked.Passed<Program>) compiled).value();
  }
}
