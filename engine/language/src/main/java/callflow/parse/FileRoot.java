package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.Optional;

/// The outermost mapping of a file.
final class FileRoot {
  private FileRoot() {}

  /// @param kind `flow`, `connector` or `scenario`, which is the first key, too
  static Optional<MapReader> read(SourceFile source, String kind, Findings findings) {
    return read(source, kind, "`" + kind + ": name`", findings);
  }

  /// The same for a kind of file whose first line says something else.
  static Optional<MapReader> read(
      SourceFile source, String kind, String beginning, Findings findings) {
    return mapping(source, kind, beginning, findings)
        .map(mapping -> reader(mapping, kind, findings));
  }

  /// The mapping itself, of a flow or a part of one.
  static Optional<Node.Mapping> mapping(SourceFile source, String kind, Findings findings) {
    String beginning = kind.equals("part") ? "`variables:` or `tools:`" : "`" + kind + ": name`";
    return mapping(source, kind, beginning, findings);
  }

  private static Optional<Node.Mapping> mapping(
      SourceFile source, String kind, String beginning, Findings findings) {
    Optional<Node> root = YamlReader.read(source, findings);
    return root.flatMap(node -> mapping(node, kind, beginning, findings));
  }

  private static Optional<Node.Mapping> mapping(
      Node node, String kind, String beginning, Findings findings) {
    if (node instanceof Node.Mapping mapping) return Optional.of(mapping);
    if (!(node instanceof Node.Refused)) {
      String message =
          "a " + kind + " file holds keys with values, but this is " + node.described();
      findings.add(Rule.WRONG_TYPE, node.span(), message, "begin with " + beginning);
    }
    return Optional.empty();
  }

  /// Reads the keys of a file's mapping; what is missing is missing at its start.
  static MapReader reader(Node.Mapping mapping, String kind, Findings findings) {
    Span whole = mapping.span();
    Span start =
        new Span(
            whole.file(),
            whole.startLine(),
            whole.startColumn(),
            whole.startLine(),
            whole.startColumn());
    return new MapReader(mapping, "the " + kind, start, findings);
  }
}
