package callflow.syntax;

import callflow.source.Located;
import callflow.value.SwitchName;
import java.util.List;
import java.util.Optional;

/// Where switches stand: the file that `switches:` of a deployment names, or the same words in a
/// scenario.
public record SwitchesFile(List<Position> positions) {
  public static final SwitchesFile NONE = new SwitchesFile(List.of());

  public SwitchesFile {
    positions = List.copyOf(positions);
  }

  /// One switch.
  ///
  /// @param say what callers are to hear while it is on
  public record Position(
      Located<SwitchName> name, Located<Boolean> on, Optional<Located<String>> say) {}
}
