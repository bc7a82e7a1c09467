package callflow.runtime.voice;

import callflow.runtime.audio.AudioBridge.Expected;

/// Something that is to be spoken as soon as nothing else is.
sealed interface Wish {
  Expected reply();

  /// How often it failed.
  int failures();

  /// These words.
  record Exactly(String text, Expected reply, int failures) implements Wish {}

  /// What the model wants.
  record Freely(String note, Expected reply, int failures) implements Wish {}
}
