package callflow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A copy of the shipped flow that a test may break.
record Workplace(Path folder) {
  private static final Path SHIPPED = Path.of("../../flows/northwind-billing");

  static Workplace in(Path folder) throws IOException {
    try (var files = Files.list(SHIPPED)) {
      for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
    }
    return new Workplace(folder);
  }

  Path flow() {
    return folder.resolve("northwind-billing.flow.yaml");
  }

  /// Changes a text that stands in the flow exactly so.
  Workplace change(String before, String after) throws IOException {
    return change(flow(), before, after);
  }

  Workplace change(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(before)) throw new AssertionError("`" + before + "` is not in " + file);
    Files.writeString(file, text.replace(before, after));
    return this;
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  CommandLineRun check(String... options) {
    var arguments = new java.util.ArrayList<String>();
    arguments.add("check");
    arguments.addAll(java.util.List.of(options));
    arguments.add(folder.toString());
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
