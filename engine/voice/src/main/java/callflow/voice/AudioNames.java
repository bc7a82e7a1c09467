package callflow.voice;

import callflow.value.AudioFormat;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/// The names of sound formats in the voice-agent dialect, which are those of OpenAI's beta too.
final class AudioNames {
  /// What a PCM format without a rate means to the realtime service.
  static final int REALTIME_RATE = 24000;

  /// What the voice-agent dialect's own example uses.
  static final int VOICE_AGENT_RATE = 16000;

  private AudioNames() {}

  static String of(AudioFormat format) {
    return switch (format.encoding()) {
      case MU_LAW -> "g711_ulaw";
      case A_LAW -> "g711_alaw";
      case PCM -> "pcm16";
    };
  }

  /// Reads a name; empty for one that names no format of ours.
  static Optional<AudioFormat> format(String name, Optional<Value> rate) {
    return switch (name) {
      case "g711_ulaw", "pcmu" -> Optional.of(AudioFormat.MU_LAW);
      case "g711_alaw", "pcma" -> Optional.of(AudioFormat.A_LAW);
      case "pcm16" -> pcm(rate, REALTIME_RATE);
      default -> Optional.empty();
    };
  }

  static Optional<AudioFormat> pcm(Optional<Value> rate, int otherwise) {
    return switch (rate.orElseGet(() -> Value.Decimal.of(otherwise))) {
      case Value.Decimal(var number) when isRate(number) ->
          Optional.of(AudioFormat.pcm(number.intValue()));
      case Value _ -> Optional.empty();
    };
  }

  private static boolean isRate(BigDecimal number) {
    return number.scale() <= 0
        && number.compareTo(BigDecimal.valueOf(8000)) >= 0
        && number.compareTo(BigDecimal.valueOf(48000)) <= 0;
  }
}
