package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.syntax.FlowFile;
import callflow.syntax.PolicyDecl;
import callflow.syntax.StateDecl;
import callflow.value.Effect;
import callflow.value.HourSpan;
import callflow.value.StateName;
import callflow.value.Type;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowParserTest {
  private static FlowFile northwind() {
    return flow(Sources.ok("northwind-billing.flow.yaml").text());
  }

  private static FlowFile flow(String text) {
    Parsed<FlowFile> parsed = FlowParser.parse(new SourceFile("a.flow.yaml", text));
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.value().orElseThrow();
  }

  private static Parsed<FlowFile> broken(String text) {
    return FlowParser.parse(new SourceFile("a.flow.yaml", text));
  }

  private static StateDecl state(FlowFile flow, String name) {
    return flow.states().stream()
        .filter(state -> state.name().value().equals(new StateName(name)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_complete_flow_is_read_section_by_section() {
    FlowFile flow = northwind();

    assertThat(flow.name().value().value()).isEqualTo("northwind-billing");
    assertThat(flow.title().map(Located::value)).contains("Northwind Energy, billing line");
    assertThat(flow.start().value()).isEqualTo(new StateName("welcome"));
    assertThat(flow.voice().speed().map(Located::value)).contains(new BigDecimal("1.0"));
    assertThat(flow.variables()).hasSize(5);
    assertThat(flow.tools()).hasSize(3);
    assertThat(flow.defaults().silence()).hasSize(3);
    assertThat(flow.defaults().on()).hasSize(6);
    assertThat(flow.anywhere()).hasSize(2);
    assertThat(flow.anywhere().getLast().repeat()).isTrue();
    assertThat(flow.policies()).hasSize(5);
    assertThat(flow.states()).hasSize(9);
    assertThat(flow.damaged()).isEmpty();
  }

  @Test
  void a_variable_has_the_type_its_keys_say() {
    var variables = northwind().variables();

    assertThat(variables.get(0).type().value())
        .isEqualTo(new Type.Digits(Optional.of(8), Optional.of(8)));
    assertThat(variables.get(2).type().value())
        .isEqualTo(
            new Type.Money(
                "EUR", Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal("2000"))));
    assertThat(variables.get(4).initial().map(Located::value)).contains(new Value.Bool(false));
  }

  @Test
  void a_tool_keeps_its_effect_its_timeout_and_the_place_of_its_name() {
    var pay = northwind().tools().get(2);

    assertThat(pay.effect().map(Located::value)).contains(Effect.IRREVERSIBLE);
    assertThat(pay.timeout().map(Located::value)).contains(Duration.ofSeconds(8));
    assertThat(pay.name().span()).isEqualTo(new Span("a.flow.yaml", 29, 3, 29, 11));
  }

  @Test
  void opening_hours_are_read_by_day_and_time() {
    var office = northwind().schedules().getFirst();

    var saturday = office.open().getLast();
    assertThat(saturday.days()).containsExactly(DayOfWeek.SATURDAY);
    assertThat(saturday.span().value())
        .isEqualTo(new HourSpan(LocalTime.of(9, 0), LocalTime.of(13, 0)));
    assertThat(office.closed()).hasSize(2);
  }

  @Test
  void policies_take_the_form_of_their_promise() {
    assertThat(northwind().policies())
        .extracting(Object::getClass)
        .containsExactly(
            PolicyDecl.Never.class,
            PolicyDecl.Never.class,
            PolicyDecl.Reach.class,
            PolicyDecl.EndsIn.class,
            PolicyDecl.NeverSpoken.class);
  }

  @Test
  void a_short_next_is_one_branch_without_a_guard() {
    var branches = state(northwind(), "welcome").next();

    assertThat(branches).hasSize(1);
    assertThat(branches.getFirst().guard()).isEmpty();
    assertThat(branches.getFirst().action().target().map(Located::value))
        .contains(new StateName("identify"));
  }

  @Test
  void a_handler_may_be_a_state_or_an_action() {
    FlowFile flow = northwind();

    assertThat(state(flow, "to_agent").on()).hasSize(6);
    assertThat(state(flow, "payment").on().getFirst().action().say()).isPresent();
  }

  @Test
  void silence_off_is_an_empty_ladder_and_no_silence_is_none() {
    FlowFile flow =
        flow(
            """
            flow: a
            start: one
            states:
              one: { prompt: Ask., silence: off, anywhere: off, next: two }
              two: { say: Bye., hangup: done }
            """);

    assertThat(state(flow, "one").silence()).contains(List.of());
    assertThat(state(flow, "one").anywhere()).isFalse();
    assertThat(state(flow, "two").silence()).isEmpty();
    assertThat(state(flow, "two").anywhere()).isTrue();
  }

  @Test
  void a_broken_declaration_is_left_out_and_its_name_remembered() {
    Parsed<FlowFile> parsed =
        broken(
            """
            flow: a
            start: one
            states:
              one: { next: two }
              two: { promtp: Ask. }
              Three: { say: Hello. }
            """);

    FlowFile flow = parsed.value().orElseThrow();
    assertThat(flow.states()).extracting(state -> state.name().value().value()).containsOnly("one");
    assertThat(flow.damaged()).containsExactlyInAnyOrder("two", "Three");
    assertThat(parsed.diagnostics()).hasSize(2);
  }

  @Test
  void a_broken_section_without_names_is_remembered_by_its_own_word() {
    Parsed<FlowFile> parsed =
        broken(
            """
            flow: a
            start: one
            defaults: { silence: [{ after: soon }] }
            tools: [find]
            states:
              one: { say: Hello., hangup: done }
            """);

    assertThat(parsed.value().orElseThrow().damaged())
        .containsExactlyInAnyOrder("defaults", "tools");
  }

  @Test
  void a_flow_with_errors_is_not_whole() {
    assertThat(
            broken("flow: a\nstart: b\nstates: { b: { hangup: x } }\nsay: x\n")
                .whole()
                .diagnostics())
        .hasSize(1);
  }
}
