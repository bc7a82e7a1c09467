package callflow.parse;

import callflow.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files below `src/test/resources`.
final class Sources {
  private static final Path RESOURCES = Path.of("src/test/resources");

  private Sources() {}

  static SourceFile ok(String name) {
    return new SourceFile(name, text(RESOURCES.resolve("ok").resolve(name)));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> in(String folder) {
    try (var files = Files.list(RESOURCES.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
