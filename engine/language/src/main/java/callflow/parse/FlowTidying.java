package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts a flow file in order: keys in that of the manual, two blanks for each level, a blank line
/// between states. Lines are moved, never rewritten, so no comment and no value changes.
public final class FlowTidying {
  private static final String PART = ".flow-part.yaml";

  private FlowTidying() {}

  /// What came of it.
  ///
  /// @param text the file in order; empty when it has errors, or is written so that nothing can be
  ///   moved safely, and then it is best left alone
  /// @param findings the errors
  public record Tidied(Optional<String> text, List<Diagnostic> findings) {}

  /// The same file in order; a file in order stays as it is.
  public static Tidied tidy(SourceFile file) {
    var errors =
        findings(file).stream()
            .filter(Diagnostic::isError)
            .filter(error -> error.rule() != Rule.UNKNOWN_PART)
            .toList();
    return new Tidied(errors.isEmpty() ? ordered(file) : Optional.empty(), errors);
  }

  /// What is wrong with the shape of this file; the parts it includes are files of their own.
  private static List<Diagnostic> findings(SourceFile file) {
    return file.path().endsWith(PART)
        ? FlowParser.checkPart(file)
        : FlowParser.parse(file).diagnostics();
  }

  private static Optional<String> ordered(SourceFile file) {
    var plain = new SourceFile(file.path(), file.text().replace("\r\n", "\n"));
    var root = read(plain);
    if (root.isEmpty() || !(root.get() instanceof Node.Mapping mapping)) return Optional.empty();
    try {
      String text = new BlockLayout(plain.text()).file(mapping);
      var again = read(new SourceFile(file.path(), text));
      boolean same =
          again.map(FlowTidying::meaning).equals(root.map(FlowTidying::meaning))
              && words(text).equals(words(plain.text()));
      boolean windows = file.text().contains("\r\n");
      return same ? Optional.of(windows ? text.replace("\n", "\r\n") : text) : Optional.empty();
    } catch (BlockLayout.Immovable unusual) {
      return Optional.empty();
    }
  }

  private static Optional<Node> read(SourceFile file) {
    return YamlReader.read(file, new Findings());
  }

  /// All that a file says, with no regard to the order of keys.
  private static Object meaning(Node node) {
    return switch (node) {
      case Node.Mapping(var entries, _) -> {
        var map = new TreeMap<String, Object>();
        entries.forEach(entry -> map.put(entry.key().value(), meaning(entry.value())));
        yield map;
      }
      case Node.Sequence(var items, _) -> items.stream().map(FlowTidying::meaning).toList();
      case Node.Scalar(var text, var style, _) -> Map.of(text.value(), style);
      case Node.Refused _ -> "refused";
    };
  }

  /// The lines of a file without regard to their order, indentation and the dashes of lists.
  private static List<String> words(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(line -> line.replaceFirst("^[ -]+", "").stripTrailing())
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }
}
