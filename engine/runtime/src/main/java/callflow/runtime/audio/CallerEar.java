package callflow.runtime.audio;

import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

/// Listens to the caller ourselves, for services that don't say when somebody speaks.
public final class CallerEar {
  private final EnergyDetector detector;
  private final Consumer<Boolean> changed;

  /// Listens to one caller.
  ///
  /// @param pause how long a silence ends the caller's turn
  /// @param changed told true when the caller begins to speak and false when they have stopped, on
  ///   the carrier's thread
  public CallerEar(AudioFormat line, Duration pause, Consumer<Boolean> changed) {
    this.detector = new EnergyDetector(line, pause);
    this.changed = changed;
  }

  void hear(ByteBuffer base64) {
    for (var speech : detector.hearBase64(base64)) {
      changed.accept(speech instanceof Speech.Began);
    }
  }
}
