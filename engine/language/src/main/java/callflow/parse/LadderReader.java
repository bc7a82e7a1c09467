package callflow.parse;

import callflow.source.Located;
import callflow.syntax.ActionDecl;
import callflow.syntax.SilenceDecl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What happens step by step while nothing comes of a conversation: `silence` and `no_match`.
final class LadderReader {
  private static final List<String> OFF = List.of("off");

  private LadderReader() {}

  /// A ladder, or `off`: an empty one.
  static Optional<List<SilenceDecl>> silence(Slot slot) {
    if (slot.isText()) return slot.oneOf(OFF).map(_ -> List.of());
    return Optional.of(
        slot.items("`silence:` and below it `- after: 7s`").stream()
            .flatMap(item -> item.fields("a step of `silence`", "`- after: 7s`").stream())
            .flatMap(map -> rung(map).stream())
            .toList());
  }

  private static Optional<SilenceDecl> rung(MapReader map) {
    Optional<Located<Duration>> after = map.need("after", "`after: 7s`").flatMap(Slot::duration);
    ActionDecl action = ActionReader.action(map);
    map.close();
    return after.map(time -> new SilenceDecl(time, action));
  }

  /// Texts and actions, or `off`: none.
  static Optional<List<ActionDecl>> noMatch(Slot slot) {
    if (slot.plain().filter(OFF::contains).isPresent()) return Optional.of(List.of());
    if (slot.isText()) return Optional.of(step(slot).stream().toList());
    return Optional.of(
        slot.items("`no_match:` and below it `- Sorry, I did not get that.`").stream()
            .flatMap(item -> step(item).stream())
            .toList());
  }

  private static Optional<ActionDecl> step(Slot item) {
    if (WordingReader.isWording(item)) {
      return WordingReader.wording(item)
          .map(words ->
              new ActionDecl(
                  Optional.empty(),
                  Optional.of(words),
                  List.of(),
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  item.span()));
    }
    return item.fields("a step of `no_match`", "a text, or `say:` and `goto:`")
        .map(ActionReader::closed);
  }
}
