package callflow.parse;

import callflow.parse.Node.Entry;
import callflow.parse.Node.Style;
import java.util.ArrayList;
import java.util.List;

/// Lays out the blocks of a file anew, line by line; comments go with what they precede, and with
/// what they follow where they are indented as that is.
final class BlockLayout {
  /// Something stands where nothing is moved safely.
  static final class Immovable extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static final int STEP = 2;

  private final List<String> lines;

  BlockLayout(String text) {
    lines = List.of(text.split("\n", -1));
  }

  /// The whole file.
  String file(Node.Mapping root) throws Immovable {
    if (isFlow(root)) throw new Immovable();
    int first = keyLine(root.entries().getFirst());
    int header = headerEnd(first);
    var laid = new ArrayList<>(lines.subList(0, header));
    while (!laid.isEmpty() && isBlank(laid.getFirst())) laid.removeFirst();
    var pieces = pieces(root, header, lines.size(), 0, KeyOrder.FLOW);
    laid.addAll(Piece.joined(Piece.ordered(pieces.entries, KeyOrder.FLOW), Piece.Gaps.SECTIONS));
    laid.addAll(pieces.tail);
    while (!laid.isEmpty() && isBlank(laid.getLast())) laid.removeLast();
    return String.join("\n", laid) + "\n";
  }

  /// What stands at the head of a file and belongs to no key: up to the last empty line.
  private int headerEnd(int firstKey) {
    int end = 0;
    for (int i = 0; i < firstKey; i++) if (!isComment(lines.get(i))) end = i + 1;
    return end;
  }

  /// The entries of a mapping, laid out, and the comments after the last of them.
  private record Pieces(List<Piece> entries, List<String> tail) {}

  private List<String> mapping(Node.Mapping map, int from, int to, int indent, KeyOrder order)
      throws Immovable {
    var pieces = pieces(map, from, to, indent, order);
    var gaps = order.equals(KeyOrder.FLOW.at("states")) ? Piece.Gaps.ONE : Piece.Gaps.KEPT;
    var laid = Piece.joined(Piece.ordered(pieces.entries, order), gaps);
    laid.addAll(pieces.tail);
    return laid;
  }

  private Pieces pieces(Node.Mapping map, int from, int to, int indent, KeyOrder order)
      throws Immovable {
    int column = map.entries().getFirst().key().span().startColumn() - 1;
    var pieces = new ArrayList<Piece>();
    int at = from;
    for (int i = 0; i < map.entries().size(); i++) {
      Entry entry = map.entries().get(i);
      boolean last = i + 1 == map.entries().size();
      int end = last ? to : keyLine(map.entries().get(i + 1));
      int own = ownEnd(entry.value(), Math.max(keyLine(entry), lastLine(entry)), end, column);
      var before = comments(at, keyLine(entry), indent);
      var body = entry(entry, column, own, indent, order.at(entry.key().value()));
      pieces.add(new Piece(entry.key().value(), before, body, isBlock(entry.value())));
      at = own;
    }
    return new Pieces(pieces, Piece.squeezed(comments(at, to, indent)));
  }

  private List<String> entry(Entry entry, int column, int to, int indent, KeyOrder order)
      throws Immovable {
    int line = keyLine(entry);
    if (entry.key().span().startColumn() - 1 != column) throw new Immovable();
    String head = lines.get(line);
    if (!head.substring(0, column).replace('-', ' ').isBlank()) throw new Immovable();
    var laid = new ArrayList<String>();
    if (!isBlock(entry.value())) {
      moved(entry.value(), line, lastLine(entry), column, " ".repeat(indent), indent, laid);
      return laid;
    }
    if (entry.value().span().startLine() - 1 == line) throw new Immovable();
    laid.add(" ".repeat(indent) + head.substring(column).stripTrailing());
    laid.addAll(block(entry.value(), line + 1, to, indent + STEP, order));
    return laid;
  }

  private List<String> block(Node node, int from, int to, int indent, KeyOrder order)
      throws Immovable {
    return switch (node) {
      case Node.Mapping map -> mapping(map, from, to, indent, order);
      case Node.Sequence list -> list(list, from, to, indent, order.item());
      case Node.Scalar _, Node.Refused _ -> throw new Immovable();
    };
  }

  private List<String> list(Node.Sequence list, int from, int to, int indent, KeyOrder order)
      throws Immovable {
    int dash = list.span().startColumn() - 1;
    var pieces = new ArrayList<Piece>();
    int at = from;
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      int line = dashLine(item, dash, at);
      int end =
          i + 1 == list.items().size()
              ? to
              : dashLine(list.items().get(i + 1), dash, item.span().startLine());
      int own = ownEnd(item, Math.max(line, lastLine(item)), end, dash);
      var before = comments(at, line, indent);
      var body = item(item, line, dash, own, indent, order);
      int key = 0;
      while (isComment(body.get(key))) key++;
      body.subList(0, key).forEach(note -> before.add(" ".repeat(indent) + note.strip()));
      body.subList(0, key).clear();
      body.set(0, " ".repeat(indent) + "- " + body.getFirst().stripLeading());
      pieces.add(new Piece("", before, body, isBlock(item)));
      at = own;
    }
    var laid = Piece.joined(pieces, Piece.Gaps.KEPT);
    laid.addAll(Piece.squeezed(comments(at, to, indent)));
    return laid;
  }

  /// The line of an item's dash, which may stand above the item.
  private int dashLine(Node item, int dash, int from) throws Immovable {
    for (int line = item.span().startLine() - 1; line >= from; line--) {
      String text = lines.get(line);
      if (text.length() > dash && text.charAt(dash) == '-' && text.substring(0, dash).isBlank()) {
        return line;
      }
    }
    throw new Immovable();
  }

  private List<String> item(Node item, int line, int dash, int to, int indent, KeyOrder order)
      throws Immovable {
    int start = item.span().startLine() - 1;
    boolean apart = start != line;
    if (apart && !lines.get(line).substring(dash + 1).isBlank()) throw new Immovable();
    return switch (item) {
      case Node.Mapping map when !isFlow(map) ->
          mapping(map, apart ? line + 1 : line, to, indent + STEP, order);
      case Node.Sequence list when !isFlow(list) -> throw new Immovable();
      case Node.Mapping _, Node.Sequence _, Node.Scalar _, Node.Refused _ -> {
        if (apart) throw new Immovable();
        var laid = new ArrayList<String>();
        int column = item.span().startColumn() - 1;
        moved(item, line, lastLine(item), column, "", indent - dash + column, laid);
        yield laid;
      }
    };
  }

  /// Lines that stay together, the first from `column` on, the others moved by as much as it was.
  private void moved(
      Node node, int from, int last, int column, String before, int indent, List<String> laid)
      throws Immovable {
    boolean verbatim =
        node instanceof Node.Scalar(_, var style, _)
            && (style == Style.LITERAL || style == Style.FOLDED);
    int by = indent - column;
    laid.add(before + lines.get(from).substring(column).stripTrailing());
    for (int i = from + 1; i <= last; i++) {
      String text = verbatim ? lines.get(i) : lines.get(i).stripTrailing();
      if (text.isBlank()) {
        laid.add("");
      } else if (by >= 0) {
        laid.add(" ".repeat(by) + text);
      } else if (text.substring(0, Math.min(-by, text.length())).isBlank()) {
        laid.add(text.substring(-by));
      } else {
        throw new Immovable();
      }
    }
  }

  /// Where what belongs to an entry ends: comments that are indented deeper than it are its own.
  private int ownEnd(Node value, int last, int end, int column) {
    int own = last + 1;
    if (!isBlock(value)) return own;
    for (int i = own; i < end; i++) {
      if (isComment(lines.get(i)) && indentation(lines.get(i)) > column) own = i + 1;
    }
    return own;
  }

  /// Comments and empty lines; there is nothing else between entries.
  private List<String> comments(int from, int to, int indent) throws Immovable {
    var laid = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      String text = lines.get(i);
      if (isBlank(text)) {
        laid.add("");
      } else if (isComment(text)) {
        laid.add(" ".repeat(indent) + text.strip());
      } else {
        throw new Immovable();
      }
    }
    return laid;
  }

  private static int keyLine(Entry entry) {
    return entry.key().span().startLine() - 1;
  }

  private int lastLine(Entry entry) {
    return Math.max(keyLine(entry), lastLine(entry.value()));
  }

  private int lastLine(Node node) {
    return switch (node) {
      case Node.Mapping map when !isFlow(map) -> lastLine(map.entries().getLast());
      case Node.Sequence list when !isFlow(list) -> lastLine(list.items().getLast());
      case Node.Scalar(var text, var style, _)
          when style == Style.PLAIN && text.value().isEmpty() ->
          0;
      case Node.Mapping _, Node.Sequence _, Node.Scalar _, Node.Refused _ ->
          node.span().endLine() - 1;
    };
  }

  /// Keys or items one below the other.
  private boolean isBlock(Node node) {
    return switch (node) {
      case Node.Mapping map -> !isFlow(map);
      case Node.Sequence list -> !isFlow(list);
      case Node.Scalar _, Node.Refused _ -> false;
    };
  }

  /// Whether it stands in braces, which begin before the first key.
  private static boolean isFlow(Node.Mapping map) {
    if (map.entries().isEmpty()) return true;
    var key = map.entries().getFirst().key().span();
    return key.startLine() != map.span().startLine()
        || key.startColumn() != map.span().startColumn();
  }

  /// Whether it stands in brackets: a list in lines begins with its first dash.
  private boolean isFlow(Node.Sequence list) {
    String line = lines.get(list.span().startLine() - 1);
    int start = line.offsetByCodePoints(0, list.span().startColumn() - 1);
    return list.items().isEmpty() || line.charAt(start) == '[';
  }

  private static boolean isBlank(String line) {
    return line.isBlank();
  }

  private static boolean isComment(String line) {
    return line.stripLeading().startsWith("#");
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
