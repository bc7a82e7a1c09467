package callflow.drawing;

import callflow.graph.FlowGraph.Arrow;
import callflow.graph.FlowGraph.Box;
import java.util.ArrayList;
import java.util.List;

/// What stands in boxes and on arrows, line by line, and how large that makes them.
final class Faces {
  static final double NAME_SIZE = 14;
  static final double TEXT_SIZE = 11.5;
  static final double LABEL_SIZE = 11;
  static final double LINE = 16;
  static final double LABEL_LINE = 14;
  static final double MARGIN = 14;

  private static final double WIDEST_TEXT = 180;
  private static final double WIDEST_LABEL = 130;
  private static final double WIDEST_WORD = 240;
  private static final double NARROWEST_BOX = 96;
  private static final double WAY = 11;
  private static final int MOST_LABEL_LINES = 5;

  private Faces() {}

  /// A box as it is drawn.
  ///
  /// @param said the first words spoken, shortened; empty where there are none
  record BoxFace(Box box, List<String> said, List<String> lines, double width, double height) {}

  /// The lines beside an arrow.
  record LabelFace(List<String> lines, double width, double height) {}

  /// @param ways arrows at the same side of the box, each of which needs room
  static BoxFace of(Box box, int ways) {
    var said = box.words().stream().findFirst().map(Faces::said).orElse(List.of());
    var lines =
        box.lines().stream()
            .flatMap(line -> Lettering.wrap(line, TEXT_SIZE, WIDEST_TEXT).stream())
            .toList();
    double width = Lettering.boldWidth(box.name() + " " + Legend.SIGN, NAME_SIZE);
    for (String line : said) width = Math.max(width, Lettering.width(line, TEXT_SIZE));
    for (String line : lines) width = Math.max(width, Lettering.width(line, TEXT_SIZE));
    width = Math.max(Math.max(NARROWEST_BOX, ways * WAY), width + 2 * margin(box));
    double height = 2 * MARGIN + LINE * (said.size() + lines.size()) + NAME_SIZE;
    return new BoxFace(box, said, lines, Math.ceil(width), Math.ceil(height));
  }

  /// The first words of what is said, on two lines.
  private static List<String> said(String words) {
    var lines = Lettering.wrap("“" + flat(words) + "”", TEXT_SIZE, WIDEST_TEXT);
    if (lines.size() <= 2) return lines;
    String second = Lettering.cut(lines.get(1) + " " + lines.get(2), TEXT_SIZE, WIDEST_TEXT);
    return List.of(lines.get(0), second.endsWith("…") ? second : second + "…");
  }

  /// Slanted and pointed sides need more room.
  private static double margin(Box box) {
    return switch (box.kind()) {
      case SPEAKS, ASKS -> MARGIN;
      case DECIDES, HANDS_OVER, ENDS -> MARGIN + 8;
    };
  }

  static LabelFace of(Arrow arrow) {
    var lines = new ArrayList<String>();
    for (String label : arrow.labels()) {
      lines.addAll(Lettering.wrap(label, LABEL_SIZE, Math.max(WIDEST_LABEL, longestWord(label))));
    }
    if (lines.size() > MOST_LABEL_LINES) {
      int more = lines.size() - MOST_LABEL_LINES + 1;
      lines.subList(MOST_LABEL_LINES - 1, lines.size()).clear();
      lines.add("and " + more + " more");
    }
    double width = 0;
    for (String line : lines) width = Math.max(width, Lettering.width(line, LABEL_SIZE));
    return new LabelFace(List.copyOf(lines), Math.ceil(width) + 6, lines.size() * LABEL_LINE + 4);
  }

  /// Events are one word, and are worth reading to their end.
  private static double longestWord(String label) {
    double longest = 0;
    for (String word : List.of(label.split("\\s+", -1))) {
      longest = Math.max(longest, Lettering.width(word, LABEL_SIZE));
    }
    return Math.min(longest, WIDEST_WORD);
  }

  static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
