package callflow.runtime.voice;

import callflow.runtime.audio.AudioBridge;
import callflow.voice.VoiceSignal;
import java.util.Optional;

/// What a connection to the voice service brings to the call's thread.
public sealed interface VoiceMail {
  /// Counts connections of a call; what comes from an earlier one is stale.
  int connection();

  record Up(int connection, VoiceService.Socket socket) implements VoiceMail {}

  /// The service can't be reached, or turned us down.
  ///
  /// @param hopeless whether another try would end the same way
  record Failed(int connection, String reason, boolean hopeless) implements VoiceMail {}

  record Down(int connection, String reason) implements VoiceMail {}

  /// The service said something.
  ///
  /// @param begun filled when the signal is the beginning of a reply
  record Heard(int connection, VoiceSignal signal, Optional<AudioBridge.Begun> begun)
      implements VoiceMail {}
}
