package callflow.parse;

import callflow.source.Located;
import callflow.syntax.SwitchDecl;
import callflow.syntax.SwitchesFile.Position;
import callflow.value.SwitchName;
import java.util.List;
import java.util.Optional;

/// Switches: that there are any, in a flow, and where they stand, elsewhere.
final class SwitchReader {
  static final String EXAMPLE = "`switches:` and below it `storm: what it is thrown for`";

  /// What a caller can be asked to listen to, and a flow still says something of its own.
  private static final int MAX_SAID = 1_000;

  private static final String POSITION = "`storm: { on: yes, say: … }`";

  private SwitchReader() {}

  /// One entry of `switches:` in a flow.
  static Optional<SwitchDecl> declared(Keyed entry) {
    var name = entry.shared(SwitchName::new);
    var describe = entry.value().sentence();
    return name.flatMap(word -> describe.map(text -> new SwitchDecl(word, text)));
  }

  /// Names with `on` or `off` behind them, or with more to say.
  static List<Position> positions(List<Keyed> entries) {
    return entries.stream().flatMap(entry -> position(entry).stream()).toList();
  }

  private static Optional<Position> position(Keyed entry) {
    var name = entry.shared(SwitchName::new);
    Slot value = entry.value();
    if (!value.isMapping()) {
      return name.flatMap(word -> value.bool().map(on -> new Position(word, on, Optional.empty())));
    }
    return value
        .fields("the switch `" + value.name() + "`", POSITION)
        .flatMap(map -> {
          var on = map.need("on", "`on: yes` or `on: no`").flatMap(Slot::bool);
          Optional<Located<String>> say = map.take("say").flatMap(slot -> slot.sentence(MAX_SAID));
          map.close();
          return name.flatMap(word -> on.map(yes -> new Position(word, yes, say)));
        });
  }
}
