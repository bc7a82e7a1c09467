package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ScenarioFile.Filled;
import callflow.syntax.ScenarioFile.StepDecl;
import callflow.syntax.ScenarioFile.ToolCallDecl;
import callflow.value.ToolName;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;

/// The steps of a scenario.
final class StepReader {
  private static final List<String> KINDS =
      List.of("caller", "press", "silence", "hangup", "transfer", "model", "expect");

  private StepReader() {}

  static List<StepDecl> steps(Slot slot) {
    List<Slot> items = slot.items("`steps:` and below it `- caller: hello`");
    if (items.isEmpty() && slot.isList()) {
      slot.findings()
          .add(
              Rule.EMPTY_VALUE,
              slot.at(),
              "`steps` holds nothing",
              "write `- caller:` and what the caller says below it");
    }
    return items.stream().flatMap(item -> step(item).stream()).toList();
  }

  private static Optional<StepDecl> step(Slot item) {
    if (item.plain().filter("hangup"::equals).isPresent()) {
      item.mismatch("to say who hangs up", "write `- hangup: caller`");
      return Optional.empty();
    }
    List<Keyed> keys = item.entries("`- caller: hello`, or another step");
    if (keys.isEmpty()) return Optional.empty();
    if (keys.size() == 1 && KINDS.contains(keys.getFirst().key().value())) {
      return step(keys.getFirst().value(), keys.getFirst().key().value());
    }
    List<Keyed> unknown = keys.stream().filter(key -> !KINDS.contains(key.key().value())).toList();
    unknown.forEach(key -> reportUnknown(key, item.findings()));
    if (unknown.isEmpty()) {
      item.findings()
          .add(
              Rule.SCENARIO_STEP,
              keys.get(1).key().span(),
              "a step does one thing, and this one has both `"
                  + keys.get(0).value().name()
                  + "` and `"
                  + keys.get(1).value().name()
                  + "`",
              "begin a new step with `- " + keys.get(1).value().name() + ":`");
    }
    return Optional.empty();
  }

  private static void reportUnknown(Keyed key, Findings findings) {
    findings.add(
        Diagnostic.of(
                Rule.UNKNOWN_KEY,
                key.key().span(),
                "there is no step " + Quoted.of(key.key().value()))
            .withHint("a step is one of " + Quoted.anyOf(KINDS))
            .withSuggestions(Synonyms.near(key.key().value(), KINDS)));
  }

  private static Optional<StepDecl> step(Slot slot, String kind) {
    var span = slot.span();
    return switch (kind) {
      case "caller" -> slot.sentence().map(words -> new StepDecl.Caller(words, span));
      case "press" -> slot.word("keys such as `\"1\"`").map(keys -> new StepDecl.Press(keys, span));
      case "silence" -> slot.duration().map(time -> new StepDecl.Silence(time, span));
      case "hangup" -> hangUp(slot);
      case "transfer" -> slot.word().map(how -> new StepDecl.TransferOutcome(how, span));
      case "model" -> slot.fields("`model`", "`model: { calls: [tool] }`").map(StepReader::model);
      default ->
          slot.fields("`expect`", "`expect: { state: menu }`")
              .map(map -> new StepDecl.Expect(ExpectationReader.read(map), span));
    };
  }

  private static Optional<StepDecl> hangUp(Slot slot) {
    Optional<Located<String>> who = slot.word("`caller`");
    boolean caller = who.filter(word -> word.value().equals("caller")).isPresent();
    if (who.isPresent() && !caller)
      slot.mismatch("to say who hangs up", "write `- hangup: caller`");
    return who.filter(_ -> caller).map(_ -> new StepDecl.HangUp(slot.span()));
  }

  private static StepDecl model(MapReader map) {
    var says = map.take("says").flatMap(Slot::sentence);
    var fill = map.take("fill").map(StepReader::filled).orElse(List.of());
    var calls = map.take("calls").map(StepReader::calls).orElse(List.of());
    var choose = map.take("choose").flatMap(Slot::word);
    map.close();
    return new StepDecl.Model(says, fill, calls, choose, map.span());
  }

  private static List<Filled> filled(Slot slot) {
    return slot.entries("`fill: { variable: value }`").stream()
        .flatMap(entry ->
            entry.word().stream()
                .flatMap(name ->
                    UntypedValues.read(entry.value()).stream()
                        .map(value -> new Filled(name, value))))
        .toList();
  }

  private static List<ToolCallDecl> calls(Slot slot) {
    return slot.oneOrMore().stream().flatMap(item -> tools(item).stream()).toList();
  }

  /// `{ pay: { amount: 1 } }`, or `pay` without arguments.
  static List<ToolCallDecl> tools(Slot slot) {
    if (!slot.isMapping()) {
      return slot
          .reference(ToolName::new)
          .map(tool -> new ToolCallDecl(tool, Value.Fields.NONE))
          .stream()
          .toList();
    }
    return slot.entries("a tool").stream().flatMap(entry -> call(entry).stream()).toList();
  }

  private static Optional<ToolCallDecl> call(Keyed entry) {
    Optional<Located<String>> tool = entry.word();
    Value.Fields arguments = UntypedValues.fields(entry.value());
    return tool.map(name -> new ToolCallDecl(name.map(ToolName::new), arguments));
  }
}
