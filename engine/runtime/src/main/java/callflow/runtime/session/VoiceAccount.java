package callflow.runtime.session;

import callflow.program.VoiceSettings;
import callflow.runtime.voice.VoiceService;
import callflow.value.AudioFormat;
import callflow.voice.SessionSettings;
import callflow.voice.SessionSettings.TurnTaking;
import callflow.voice.VoiceDialect;
import java.net.URI;
import java.util.List;

/// How calls reach the voice service; the same for all of a deployment.
///
/// @param audio how sound travels to and from the service
public record VoiceAccount(
    VoiceService service,
    VoiceDialect dialect,
    URI url,
    String model,
    AudioFormat audio,
    TurnTaking turns,
    List<String> keyterms) {
  public VoiceAccount {
    keyterms = List.copyOf(keyterms);
  }

  SessionSettings settings(VoiceSettings voice) {
    return new SessionSettings(model, audio, voice, turns, keyterms);
  }
}
