package callflow.simulator.scenario;

import callflow.engine.call.Switches;
import callflow.source.Located;
import callflow.syntax.SwitchesFile;
import callflow.value.SwitchName;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Switches as a file or a scenario has them, in the words of a call.
public final class SwitchPositions {
  private SwitchPositions() {}

  public static Switches of(SwitchesFile file) {
    var thrown = new LinkedHashMap<SwitchName, Optional<String>>();
    file.positions().stream()
        .filter(position -> position.on().value())
        .forEach(
            position -> thrown.put(position.name().value(), position.say().map(Located::value)));
    return new Switches(thrown);
  }
}
