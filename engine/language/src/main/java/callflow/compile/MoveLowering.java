package callflow.compile;

import callflow.check.AnywhereNames;
import callflow.program.Action;
import callflow.program.ByLanguage;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.source.Located;
import callflow.syntax.ActionDecl;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.Localized;
import callflow.value.ChoiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What callers may ask for: the choices of a state and the `anywhere` entries of the flow.
final class MoveLowering {
  private final WordingLowering words;

  MoveLowering(WordingLowering words) {
    this.words = words;
  }

  Action action(ActionDecl action) {
    return new Action(
        action.language().map(Located::value),
        action.say().map(words::wording),
        StateLowering.values(action.clear()),
        StateLowering.set(action.set()),
        action.milestone().map(Located::value),
        action.target().map(Located::value));
  }

  Move choice(ChoiceDecl choice) {
    return new Move(
        choice.name().value(),
        description(choice.name().value(), choice.caller()),
        words.localized(choice.examples(), MoveLowering::values),
        key(choice.dtmf()),
        choice.guard(),
        false,
        choice.resumes().isPresent() ? new Deed.Detour() : new Deed.Act(),
        action(choice.action()));
  }

  List<Move> anywhere(List<AnywhereDecl> entries) {
    var names = AnywhereNames.of(entries);
    var moves = new ArrayList<Move>();
    for (int i = 0; i < entries.size(); i++) moves.add(anywhere(names.get(i), entries.get(i)));
    return moves;
  }

  private Move anywhere(ChoiceName name, AnywhereDecl entry) {
    return new Move(
        name,
        description(name, entry.caller()),
        words.localized(entry.examples(), MoveLowering::values),
        key(entry.dtmf()),
        Optional.empty(),
        true,
        deed(entry),
        action(entry.action()));
  }

  private static Deed deed(AnywhereDecl entry) {
    if (entry.resumes().isPresent()) return new Deed.Detour();
    return entry.repeat() ? new Deed.Repeat() : new Deed.Act();
  }

  private ByLanguage<String> description(
      ChoiceName name, Optional<Localized<Located<String>>> caller) {
    return caller
        .map(wish -> words.localized(wish, Located::value))
        .orElseGet(() -> words.once(Lowering.inWords(name.value())));
  }

  static List<String> values(List<Located<String>> examples) {
    return examples.stream().map(Located::value).toList();
  }

  static Optional<Character> key(Optional<Located<String>> dtmf) {
    return dtmf.map(key -> key.value().charAt(0));
  }
}
