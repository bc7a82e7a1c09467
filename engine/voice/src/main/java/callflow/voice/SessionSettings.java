package callflow.voice;

import callflow.program.VoiceSettings;
import callflow.value.AudioFormat;
import java.util.List;

/// What a session is opened with and keeps until it is closed.
///
/// @param audio how both sides' sound travels
/// @param keyterms words the service should expect to hear; at most 100 of 50 characters
public record SessionSettings(
    String model, AudioFormat audio, VoiceSettings voice, TurnTaking turns, List<String> keyterms) {
  public SessionSettings {
    keyterms = List.copyOf(keyterms);
  }

  /// The same session with another voice, or the same in another language.
  public SessionSettings with(VoiceSettings other) {
    return new SessionSettings(model, audio, other, turns, keyterms);
  }

  /// When the service takes a caller's turn for begun and ended.
  ///
  /// @param threshold how sure it must be that somebody speaks, 0.1 to 0.9
  /// @param silenceMillis how long a pause ends a turn
  /// @param prefixMillis how much before the first sound belongs to it
  public record TurnTaking(double threshold, int silenceMillis, int prefixMillis) {
    /// Callers find the service's own 0.85 hard to interrupt.
    public static final TurnTaking DEFAULT = new TurnTaking(0.6, 500, 333);
  }
}
