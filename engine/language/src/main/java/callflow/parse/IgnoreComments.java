package callflow.parse;

import callflow.diagnostic.Ignore;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the comments of a file that say what is to be ignored.
public final class IgnoreComments {
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|\\s)#+ *ignore +([A-Za-z0-9_-]+)(?: *: *(.*))?");

  private final SourceFile source;
  private final List<String> lines;
  private final Optional<Node> root;

  private IgnoreComments(SourceFile source) {
    this.source = source;
    this.lines = source.text().lines().toList();
    this.root = YamlReader.read(source, new Findings());
  }

  /// All of a file, in order; none of one that isn't YAML.
  public static List<Ignore> of(SourceFile source) {
    return source.text().contains("ignore") ? new IgnoreComments(source).all() : List.of();
  }

  private List<Ignore> all() {
    var found = new ArrayList<Ignore>();
    if (root.isEmpty()) return found;
    for (int line = 1; line <= lines.size(); line++) {
      Matcher comment = COMMENT.matcher(lines.get(line - 1));
      if (comment.find()) ignore(line, comment).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Ignore> ignore(int line, Matcher comment) {
    String text = lines.get(line - 1);
    int from = text.codePointCount(0, comment.start(1)) + 1;
    var rule = new Span(source.path(), line, from, line, from + comment.group(1).length());
    if (isText(root.orElseThrow(), rule)) return Optional.empty();
    boolean alone = text.substring(0, comment.start()).isBlank();
    String reason = Optional.ofNullable(comment.group(2)).orElse("").strip();
    return Optional.of(new Ignore(rule, alone ? next(line) : line, comment.group(1), reason));
  }

  /// The next line with anything but a comment on it.
  private int next(int line) {
    int next = line + 1;
    while (next <= lines.size()) {
      String text = lines.get(next - 1).strip();
      if (!text.isEmpty() && !text.startsWith("#")) return next;
      next++;
    }
    return line;
  }

  /// Whether the place lies inside a text, where `#` begins no comment.
  private static boolean isText(Node node, Span place) {
    return switch (node) {
      case Node.Scalar scalar -> holds(scalar.span(), place);
      case Node.Refused refused -> holds(refused.span(), place);
      case Node.Sequence(var items, _) -> items.stream().anyMatch(item -> isText(item, place));
      case Node.Mapping(var entries, _) ->
          entries.stream()
              .anyMatch(entry -> holds(entry.key().span(), place) || isText(entry.value(), place));
    };
  }

  private static boolean holds(Span span, Span place) {
    return span.startLine() == place.startLine()
        ? span.startColumn() <= place.startColumn() && endsAfter(span, place)
        : span.startLine() < place.startLine() && endsAfter(span, place);
  }

  private static boolean endsAfter(Span span, Span place) {
    return span.endLine() > place.startLine()
        || (span.endLine() == place.startLine() && span.endColumn() > place.startColumn());
  }
}
