package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Says in which node of its file a place lies, as a JSON Pointer: `/states/menu/next/0/goto`.
public final class Pointers {
  private final Optional<Node> root;

  private Pointers(Optional<Node> root) {
    this.root = root;
  }

  /// The nodes of a file; none when it isn't YAML, and every pointer is empty then.
  public static Pointers of(SourceFile source) {
    return new Pointers(YamlReader.read(source, new Findings()));
  }

  /// Pointers for findings in any of a project's files, each of which is read when first needed.
  public static Function<Diagnostic, String> in(Function<String, Optional<SourceFile>> sources) {
    Map<String, Pointers> known = new HashMap<>();
    return finding ->
        known
            .computeIfAbsent(
                finding.span().file(),
                file ->
                    sources.apply(file).map(Pointers::of).orElse(new Pointers(Optional.empty())))
            .at(finding.span());
  }

  /// The innermost node that holds the start of `span`; a key belongs to its value.
  public String at(Span span) {
    return root.map(node -> within(node, span)).orElse("");
  }

  private static String within(Node node, Span place) {
    return switch (node) {
      case Node.Mapping(var entries, _) -> {
        for (Node.Entry entry : entries) {
          if (holds(entry.span(), place)) {
            yield "/" + escaped(entry.key().value()) + within(entry.value(), place);
          }
        }
        yield "";
      }
      case Node.Sequence(var items, _) -> {
        for (int i = 0; i < items.size(); i++) {
          if (holds(items.get(i).span(), place)) yield "/" + i + within(items.get(i), place);
        }
        yield "";
      }
      case Node.Scalar _, Node.Refused _ -> "";
    };
  }

  private static boolean holds(Span span, Span place) {
    boolean after =
        place.startLine() > span.startLine()
            || (place.startLine() == span.startLine() && place.startColumn() >= span.startColumn());
    boolean before =
        place.startLine() < span.endLine()
            || (place.startLine() == span.endLine() && place.startColumn() < span.endColumn());
    return after && before;
  }

  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
