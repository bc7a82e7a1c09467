package callflow.simulator.rehearsal;

import java.util.Optional;

/// Something read off a sentence, and the word after it.
record Read<T>(T value, int next) {
  static <T> Optional<Read<T>> of(T value, int next) {
    return Optional.of(new Read<>(value, next));
  }
}
