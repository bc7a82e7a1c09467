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
    Optional<Node> root = YamlReader.read(source, findings);
    return root.flatMap(node -> mapping(node, kind, beginning, findings));
  }

  private static Optional<MapReader> mapping(
      Node node, String kind, String beginning, Findings findings) {
    if (node instanceof Node.Mapping mapping) {
      Span whole = mapping.span();
      Span start =
          new Span(
              whole.file(),
              whole.startLine(),
              whole.startColumn(),
              whole.startLine(),
              whole.startColumn());
      return Optional.of(new MapReader(mapping, "the " + kind, start, findings));
    }
    if (!(node instanceof Node.Refused)) {
      String message =
          "a " + kind + " file holds keys with values, but this is " + node.described();
      findings.add(Rule.WRONG_TYPE, node.span(), message, "begin with " + beginning);
    }
    return Optional.empty();
  }
}
