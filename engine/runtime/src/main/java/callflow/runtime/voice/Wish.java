package callflow.runtime.voice;

import callflow.runtime.audio.AudioBridge.Expected;

/// Something that is to be spoken as soon as nothing else is.
sealed interface Wish {
  Expected reply();

  /// How often it failed.
  int failures();

  /// These words.
  ///
  /// @param interruptible whether the caller may cut them off
  record Exactly(String text, boolean interruptible, Expected reply, int failures)
      implements Wish {}

  /// Whether the caller has to hear it to its end.
  default boolean mustBeHeard() {
    return this instanceof Exactly exactly && !exactly.interruptible();
  }

  /// What the model wants.
  record Freely(String note, Expected reply, int failures) implements Wish {}
}
