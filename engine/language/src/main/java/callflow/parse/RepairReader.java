package callflow.parse;

import callflow.source.Located;
import callflow.syntax.ActionDecl;
import callflow.syntax.Localized;
import callflow.syntax.RepairDecl;
import callflow.syntax.RepairDecl.Entry;
import callflow.value.Repair;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The moves every caller has: `repair:`.
final class RepairReader {
  private static final String EXAMPLE = "`repair:` and below it `cancel: { goto: menu }`";
  private static final List<String> OFF = List.of("off");

  /// Those that may lead to a state of the author's choice.
  private static final Set<Repair> LEADING =
      EnumSet.of(Repair.CANCEL, Repair.HELP, Repair.START_OVER);

  private RepairReader() {}

  /// `off`, or the moves by their names.
  static RepairDecl read(Slot slot) {
    if (slot.isText()) return new RepairDecl(slot.oneOf(OFF).isPresent(), List.of());
    return slot.fields("`repair`", EXAMPLE)
        .map(map -> {
          var entries = new ArrayList<Entry>();
          for (Repair move : Repair.values()) {
            map.take(move.word()).flatMap(each -> entry(move, each)).ifPresent(entries::add);
          }
          map.close();
          return new RepairDecl(false, List.copyOf(entries));
        })
        .orElse(RepairDecl.NONE);
  }

  private static Optional<Entry> entry(Repair move, Slot slot) {
    var name = new Located<>(move, slot.at());
    if (slot.isText()) {
      return slot.oneOf(OFF)
          .map(_ ->
              new Entry(
                  name,
                  true,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  action(Optional.empty(), Optional.empty(), slot)));
    }
    return slot.fields("`" + move.word() + "` of `repair`", "`" + move.word() + ": off`")
        .map(map -> {
          var entry =
              new Entry(
                  name,
                  false,
                  map.take("caller").flatMap(WordingReader::sentence),
                  examples(map),
                  move == Repair.CORRECT ? Optional.empty() : map.take("dtmf").flatMap(Slot::word),
                  move == Repair.START_OVER
                      ? map.take("confirm").flatMap(WordingReader::wording)
                      : Optional.empty(),
                  action(map.take("say"), target(move, map), slot));
          map.close();
          return entry;
        });
  }

  private static Optional<Localized<List<Located<String>>>> examples(MapReader map) {
    boolean written = map.has("examples");
    var examples = ChoiceReader.examples(map);
    return written ? Optional.of(examples) : Optional.empty();
  }

  /// Who cancels has to be led somewhere.
  private static Optional<Slot> target(Repair move, MapReader map) {
    if (!LEADING.contains(move)) return Optional.empty();
    return move == Repair.CANCEL
        ? map.need("goto", "`cancel` does not say where to go", "`goto:` and the name of a state")
        : map.take("goto");
  }

  private static ActionDecl action(Optional<Slot> say, Optional<Slot> target, Slot at) {
    return new ActionDecl(
        Optional.empty(),
        say.flatMap(WordingReader::wording),
        List.of(),
        List.of(),
        Optional.empty(),
        target.flatMap(ActionReader::state),
        at.span());
  }
}
