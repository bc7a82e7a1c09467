import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lays out every Java file below a directory: `check` names those that differ and fails, `apply`
/// rewrites them.
///
/// The layout is that of google-java-format with nothing to configure.
final class Format {
  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

  private Format() {}

  static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    if (!apply && !args[0].equals("check")) {
      System.err.println("format.mode is `" + args[0] + "`; it can be check or apply");
      System.exit(2);
    }
    Path root = Path.of(args[1]);
    List<String> different =
        javaFilesBelow(root).parallelStream()
            .map(file -> difference(root, file, apply))
            .filter(line -> !line.isEmpty())
            .toList();
    different.forEach(System.err::println);
    if (apply || different.isEmpty()) return;
    System.err.println("To repair the layout: mvn -q -N verify -Dformat.mode=apply");
    System.exit(1);
  }

  private static String difference(Path root, Path file, boolean apply) {
    String name = root.relativize(file).toString();
    try {
      String before = Files.readString(file);
      var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
      String after = formatter.formatSourceAndFixImports(before);
      if (after.equals(before)) return "";
      if (apply) Files.writeString(file, after);
      return name + (apply ? ": laid out anew" : ": not laid out as google-java-format does");
    } catch (FormatterException | IOException e) {
      return name + ": " + e.getMessage();
    }
  }

  private static List<Path> javaFilesBelow(Path root) throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(directory.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
