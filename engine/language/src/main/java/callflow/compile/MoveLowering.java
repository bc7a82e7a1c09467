package callflow.compile;

import callflow.check.AnywhereNames;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.source.Located;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.ChoiceDecl;
import callflow.value.ChoiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What callers may ask for: the choices of a state and the `anywhere` entries of the flow.
final class MoveLowering {
  private MoveLowering() {}

  static Move choice(ChoiceDecl choice) {
    return new Move(
        choice.name().value(),
        description(choice.name().value(), choice.caller()),
        words(choice.examples()),
        key(choice.dtmf()),
        choice.guard(),
        false,
        choice.resumes().isPresent() ? new Deed.Detour() : new Deed.Act(),
        StateLowering.action(choice.action()));
  }

  static List<Move> anywhere(List<AnywhereDecl> entries) {
    var names = AnywhereNames.of(entries);
    var moves = new ArrayList<Move>();
    for (int i = 0; i < entries.size(); i++) moves.add(anywhere(names.get(i), entries.get(i)));
    return moves;
  }

  private static Move anywhere(ChoiceName name, AnywhereDecl entry) {
    return new Move(
        name,
        description(name, entry.caller()),
        words(entry.examples()),
        key(entry.dtmf()),
        Optional.empty(),
        true,
        deed(entry),
        StateLowering.action(entry.action()));
  }

  private static Deed deed(AnywhereDecl entry) {
    if (entry.resumes().isPresent()) return new Deed.Detour();
    return entry.repeat() ? new Deed.Repeat() : new Deed.Act();
  }

  private static String description(ChoiceName name, Optional<Located<String>> caller) {
    return caller.map(Located::value).orElseGet(() -> Lowering.inWords(name.value()));
  }

  static List<String> words(List<Located<String>> examples) {
    return examples.stream().map(Located::value).toList();
  }

  static Optional<Character> key(Optional<Located<String>> dtmf) {
    return dtmf.map(key -> key.value().charAt(0));
  }
}
