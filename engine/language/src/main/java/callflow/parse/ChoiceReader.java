package callflow.parse;

import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ActionDecl;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.Localized;
import callflow.value.ChoiceName;
import java.util.List;
import java.util.Optional;

/// What callers may want: the `choices` of a state, and what is live `anywhere`.
final class ChoiceReader {
  private ChoiceReader() {}

  static List<ChoiceDecl> choices(Slot slot) {
    return slot.entries("`choices:` and below it a name with `caller:` and `goto:`").stream()
        .flatMap(entry -> choice(entry).stream())
        .toList();
  }

  private static Optional<ChoiceDecl> choice(Keyed entry) {
    var name = entry.name(ChoiceName::new);
    String label = "choice `" + entry.value().name() + "`";
    return entry
        .value()
        .fields("the " + label, "`caller:` and what the caller wants, and `goto:`")
        .flatMap(map -> {
          var caller = wish(map, label);
          var examples = examples(map);
          var dtmf = map.take("dtmf").flatMap(Slot::word);
          var guard = map.take("if").flatMap(Slot::expression);
          var resumes = resumes(map);
          ActionDecl action = ActionReader.leading(map, label);
          map.close();
          return name.map(
              choice -> new ChoiceDecl(choice, caller, examples, dtmf, guard, resumes, action));
        });
  }

  /// `then: resume`.
  private static Optional<Span> resumes(MapReader map) {
    return map.take("then").flatMap(slot -> slot.oneOf(List.of("resume"))).map(Located::span);
  }

  /// What the caller wants; examples say it too.
  private static Optional<Localized<Located<String>>> wish(MapReader map, String who) {
    String missing = who + " does not say what the caller wants";
    Optional<Slot> caller =
        map.has("examples")
            ? map.take("caller")
            : map.need("caller", missing, "`caller: wants to pay`, or `examples:`");
    return caller.flatMap(WordingReader::sentence);
  }

  /// Sentences a caller may say.
  static Localized<List<Located<String>>> examples(MapReader map) {
    return map.take("examples")
        .flatMap(slot -> WordingReader.localized(slot, ChoiceReader::sentences))
        .orElseGet(() -> new Localized.Once<>(List.of()));
  }

  private static Optional<List<Located<String>>> sentences(Slot slot) {
    reportCommas(slot);
    return Optional.of(
        slot.oneOrMore().stream().flatMap(item -> item.sentence().stream()).toList());
  }

  /// Several examples without brackets would be one long sentence that nobody says.
  private static void reportCommas(Slot slot) {
    slot.plain()
        .filter(text -> text.contains(","))
        .ifPresent(text ->
            slot.mismatch(
                "a list where there are several sentences",
                "write a list: `examples: [" + Quoted.bare(text) + "]`"));
  }

  static List<AnywhereDecl> anywhere(Slot slot) {
    return slot.items("`anywhere:` and below it `- caller:` and what the caller wants").stream()
        .flatMap(item -> item.fields("an entry of `anywhere`", "`caller:` and `goto:`").stream())
        .map(ChoiceReader::anywhere)
        .toList();
  }

  private static AnywhereDecl anywhere(MapReader map) {
    var caller = map.take("caller").flatMap(WordingReader::sentence);
    var examples = examples(map);
    var dtmf = map.take("dtmf").flatMap(Slot::word);
    boolean repeat = map.take("do").flatMap(slot -> slot.oneOf(List.of("repeat"))).isPresent();
    var resumes = resumes(map);
    ActionDecl action =
        (map.has("do") || map.has(ActionReader.SWITCH)) && resumes.isEmpty()
            ? ActionReader.action(map)
            : ActionReader.leading(map, "this entry of `anywhere`");
    map.close();
    return new AnywhereDecl(caller, examples, dtmf, repeat, resumes, action, map.span());
  }
}
