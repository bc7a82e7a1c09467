package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ScenarioFile.Expectation;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What an `expect` step expects.
final class ExpectationReader {
  private final MapReader map;
  private final List<Expectation> expected = new ArrayList<>();

  private ExpectationReader(MapReader map) {
    this.map = map;
  }

  static List<Expectation> read(MapReader map) {
    var reader = new ExpectationReader(map);
    reader.readAll();
    map.close();
    if (map.isEmpty()) {
      map.findings()
          .add(
              Rule.EMPTY_VALUE,
              map.at(),
              "`expect` expects nothing",
              "write what must be so, such as `expect: { state: menu }`");
    }
    return List.copyOf(reader.expected);
  }

  private void readAll() {
    take("state", this::state);
    each("said", slot -> slot.sentence().map(text -> new Expectation.Said(text, text.span())));
    each(
        "said_like",
        slot -> slot.sentence().map(text -> new Expectation.SaidLike(text, text.span())));
    each(
        "not_said",
        slot -> slot.sentence().map(text -> new Expectation.NotSaid(text, text.span())));
    take(
        "offered",
        slot -> expected.add(new Expectation.Offered(StateReader.tools(slot), slot.span())));
    take("called", this::called);
    each(
        "not_called", slot -> tool(slot).map(tool -> new Expectation.NotCalled(tool, tool.span())));
    each("refused", slot -> tool(slot).map(tool -> new Expectation.Refused(tool, tool.span())));
    take("transfer", this::transferred);
    each(
        "dialled",
        slot -> slot.word("a telephone number").map(to -> new Expectation.Dialled(to, to.span())));
    each(
        "whispered",
        slot -> slot.sentence().map(text -> new Expectation.Whispered(text, text.span())));
    take("ended", this::ended);
    take(
        "milestones",
        slot ->
            expected.add(
                new Expectation.Milestones(
                    slot.oneOrMore().stream().flatMap(item -> item.word().stream()).toList(),
                    slot.span())));
    take(
        "report",
        slot -> expected.add(new Expectation.Report(UntypedValues.fields(slot), slot.span())));
    take(
        "variables",
        slot -> expected.add(new Expectation.Variables(UntypedValues.fields(slot), slot.span())));
  }

  private void take(String key, Consumer<Slot> reader) {
    map.take(key).ifPresent(reader);
  }

  private void each(String key, Function<Slot, Optional<Expectation>> reader) {
    take(
        key, slot -> slot.oneOrMore().forEach(item -> reader.apply(item).ifPresent(expected::add)));
  }

  private static Optional<Located<ToolName>> tool(Slot slot) {
    return slot.reference(ToolName::new);
  }

  private void state(Slot slot) {
    slot.reference(StateName::new)
        .ifPresent(state -> expected.add(new Expectation.InState(state, state.span())));
  }

  private void called(Slot slot) {
    for (Slot item : slot.oneOrMore()) {
      for (var call : StepReader.tools(item)) {
        expected.add(new Expectation.Called(call.tool(), call.arguments(), call.tool().span()));
      }
    }
  }

  private void transferred(Slot slot) {
    slot.reference(TransferName::new)
        .ifPresent(to -> expected.add(new Expectation.Transferred(to, to.span())));
  }

  private void ended(Slot slot) {
    slot.word("the outcome of the call in one word")
        .ifPresent(outcome -> expected.add(new Expectation.Ended(outcome, outcome.span())));
  }
}
