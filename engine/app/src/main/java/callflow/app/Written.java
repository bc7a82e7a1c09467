package callflow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What a command has made, put where it was asked for.
final class Written {
  private Written() {}

  /// Into a file, or to the terminal where none is named.
  static int to(CommandSpec spec, Optional<Path> file, String text) {
    var out = spec.commandLine().getOut();
    if (file.isPresent()) {
      write(spec, file.get(), text);
      out.println("wrote " + ProjectFiles.shown(file.get()));
    } else {
      out.print(text);
    }
    out.flush();
    return Main.FINE;
  }

  /// Writes a file; what keeps it from being written is wrong usage.
  static void write(CommandSpec spec, Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException trouble) {
      String shown = ProjectFiles.shown(file);
      throw new ParameterException(
          spec.commandLine(),
          Files.isDirectory(file)
              ? "`" + shown + "` is a folder; name a file to write to"
              : "the file `"
                  + shown
                  + "` can't be written; look whether its folder is there and"
                  + " whether you may write to it");
    }
  }
}
