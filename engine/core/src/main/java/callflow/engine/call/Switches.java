package callflow.engine.call;

import callflow.value.SwitchName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Where the switches stand that somebody may throw while calls come in; read once for each call.
///
/// @param thrown those that are on, with what callers are to hear of it
public record Switches(SequencedMap<SwitchName, Optional<String>> thrown) {
  public static final Switches NONE = new Switches(new LinkedHashMap<>());

  public Switches {
    thrown = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(thrown));
  }

  public boolean isThrown(SwitchName name) {
    return thrown.containsKey(name);
  }

  public Optional<String> announcement(SwitchName name) {
    return thrown.getOrDefault(name, Optional.empty());
  }
}
