package callflow.app;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Lines of a reader that nobody can make too long: what goes beyond the bound is left out.
final class Lines {
  /// More than anybody says in one turn.
  static final int LONGEST = 4_000;

  private final Reader reader;

  Lines(Reader reader) {
    this.reader = reader;
  }

  /// The next line without its end; empty at the end of the input.
  Optional<String> next() throws IOException {
    var line = new StringBuilder();
    int character = reader.read();
    if (character < 0) return Optional.empty();
    while (character >= 0 && character != '\n') {
      if (character != '\r' && line.length() < LONGEST) line.append((char) character);
      character = reader.read();
    }
    return Optional.of(line.toString());
  }
}
