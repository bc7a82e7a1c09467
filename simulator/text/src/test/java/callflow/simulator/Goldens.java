package callflow.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Expectations kept in files beside their inputs.
///
/// A missing one is written and the test fails still; `-Dgolden.update=true` writes all of them
/// anew.
public final class Goldens {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Goldens() {}

  /// One test for each input of a folder.
  public static Stream<DynamicTest> in(String folder, String ending, Function<Path, String> told) {
    var inputs = inputs(Path.of("src/test/resources", folder), ending);
    assertThat(inputs).isNotEmpty();
    return inputs.stream()
        .map(input -> {
          String name = input.getFileName().toString().replace(ending, "");
          var golden = input.resolveSibling(name + ".expected");
          return DynamicTest.dynamicTest(name, () -> compare(golden, told.apply(input)));
        });
  }

  private static List<Path> inputs(Path folder, String ending) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void compare(Path golden, String actual) {
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
