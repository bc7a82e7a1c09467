package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expectations kept in files.
///
/// A missing one is written and the test fails still; `-Dgolden.update=true` writes all of them
/// anew.
final class Goldens {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Goldens() {}

  static void compare(String name, String actual) {
    var golden = Path.of("src/test/resources", name);
    try {
      boolean missing = Files.notExists(golden);
      if (missing || UPDATE) Files.writeString(golden, actual);
      if (missing) fail("the expectation was missing and is written now: review " + golden);
      assertThat(actual).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
