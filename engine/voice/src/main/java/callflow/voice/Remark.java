package callflow.voice;

import java.util.stream.Stream;

/// Who brings a value up; said behind its description, so that the model reads it where it decides.
enum Remark {
  /// The model asks for it.
  NONE(""),
  /// The engine asks for it word for word.
  ASKED("asked for by the engine, never by you"),
  /// A later state will ask for it.
  VOLUNTEERED("only if the caller offers it");

  private static final String BETWEEN = "; ";

  private final String words;

  Remark(String words) {
    this.words = words;
  }

  String behind(String description) {
    return this == NONE ? description : description + BETWEEN + words;
  }

  /// Whose words are behind this description.
  static Remark of(String description) {
    return Stream.of(ASKED, VOLUNTEERED)
        .filter(remark -> description.endsWith(BETWEEN + remark.words))
        .findFirst()
        .orElse(NONE);
  }

  /// The description without them.
  String before(String description) {
    int behind = this == NONE ? 0 : BETWEEN.length() + words.length();
    return description.substring(0, description.length() - behind);
  }
}
