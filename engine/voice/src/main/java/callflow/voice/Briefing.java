package callflow.voice;

import callflow.engine.call.VoiceSetup;
import java.util.List;

/// Writes the brief for the model from what a state wants.
public final class Briefing {
  private Briefing() {}

  public static Brief of(VoiceSetup setup) {
    return new Brief(setup.persona() + "\n\n" + setup.guidance(), List.of());
  }
}
