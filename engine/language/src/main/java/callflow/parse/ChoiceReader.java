package callflow.parse;

import callflow.source.Located;
import callflow.syntax.ActionDecl;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.ChoiceDecl;
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
    String owner = "the choice `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`caller:` and what the caller wants, and `goto:`")
        .flatMap(map -> {
          var caller = map.take("caller").flatMap(Slot::sentence);
          var examples = examples(map);
          var dtmf = map.take("dtmf").flatMap(Slot::word);
          var guard = map.take("if").flatMap(Slot::expression);
          ActionDecl action = ActionReader.action(map);
          map.close();
          return name.map(choice -> new ChoiceDecl(choice, caller, examples, dtmf, guard, action));
        });
  }

  static List<Located<String>> examples(MapReader map) {
    return map.take("examples").map(Slot::oneOrMore).orElse(List.of()).stream()
        .flatMap(item -> item.sentence().stream())
        .toList();
  }

  static List<AnywhereDecl> anywhere(Slot slot) {
    return slot.items("`anywhere:` and below it `- caller:` and what the caller wants").stream()
        .flatMap(item -> item.fields("an entry of `anywhere`", "`caller:` and `goto:`").stream())
        .map(ChoiceReader::anywhere)
        .toList();
  }

  private static AnywhereDecl anywhere(MapReader map) {
    var caller = map.take("caller").flatMap(Slot::sentence);
    var examples = examples(map);
    var dtmf = map.take("dtmf").flatMap(Slot::word);
    boolean repeat = map.take("do").flatMap(slot -> slot.oneOf(List.of("repeat"))).isPresent();
    ActionDecl action = ActionReader.action(map);
    map.close();
    return new AnywhereDecl(caller, examples, dtmf, repeat, action, map.span());
  }
}
