package callflow.drawing;

import static callflow.drawing.Svg.number;

import callflow.drawing.Placed.Point;
import callflow.graph.FlowGraph.Always;
import callflow.graph.FlowGraph.Kind;
import callflow.value.StateName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What stands below the picture: the kinds of boxes, and what holds in every state.
final class Legend {
  /// A picture of two states needs room for a legend all the same.
  static final double NARROWEST = 560;

  /// Marks the boxes that every state leads to.
  static final String SIGN = "✱";

  private static final double GAP = 28;
  private static final double LINE = 18;
  private static final double SAMPLE = 30;
  private static final double SIZE = 12;

  private final Diagram diagram;
  private final double width;
  private final List<Row> rows;

  /// One line of words; what leads to a state ends with its name.
  private record Row(String words, Optional<StateName> to) {}

  Legend(Diagram diagram, double width) {
    this.diagram = diagram;
    this.width = width;
    this.rows = rows(diagram.graph().always(), width);
  }

  double width() {
    return width;
  }

  double height() {
    return GAP + 2 * LINE + (rows.isEmpty() ? 0 : LINE + 8 + rows.size() * LINE);
  }

  /// What leads to the same state stands together.
  private static List<Row> rows(List<Always> always, double width) {
    var byTarget = new LinkedHashMap<Optional<StateName>, List<String>>();
    for (Always each : always) {
      byTarget.computeIfAbsent(each.to(), _ -> new ArrayList<>()).add(each.when());
    }
    var rows = new ArrayList<Row>();
    byTarget.forEach((to, whens) -> {
      double room =
          width - 10 - to.map(state -> Lettering.boldWidth("→ " + state, SIZE)).orElse(0.0);
      var lines = Lettering.wrap(String.join("; ", whens), SIZE, room);
      lines.subList(0, lines.size() - 1).forEach(line -> rows.add(new Row(line, Optional.empty())));
      rows.add(new Row(lines.getLast(), to));
    });
    return rows;
  }

  void draw(Svg svg, Point corner) {
    double y = corner.y() + GAP;
    svg.empty(
        "line",
        "class",
        "cf-rule",
        "x1",
        number(corner.x()),
        "x2",
        number(corner.x() + width),
        "y1",
        number(y - 12),
        "y2",
        number(y - 12));
    y += LINE / 2;
    kinds(svg, corner.x(), y);
    if (rows.isEmpty()) return;
    y += LINE * 2;
    words(
        svg,
        SIGN + " In every state that says nothing else about it",
        "cf-ink cf-name",
        corner.x(),
        y);
    for (Row row : rows) row(svg, row, corner.x(), y += LINE);
  }

  private static void kinds(Svg svg, double left, double y) {
    double x = left;
    for (Kind kind : Kind.values()) {
      Outline.draw(svg, kind, false, new Point(x, y - 12), SAMPLE, 16);
      words(svg, kind.word(), "cf-faint cf-text", x + SAMPLE + 7, y);
      x += SAMPLE + 7 + Lettering.width(kind.word(), Faces.TEXT_SIZE) + 18;
    }
    words(svg, "thick edge: the call begins here", "cf-faint cf-text", x, y);
  }

  private void row(Svg svg, Row row, double x, double y) {
    svg.open("text", "class", "cf-faint cf-text", "x", number(x), "y", number(y));
    svg.words("tspan", row.words());
    row.to().ifPresent(state -> link(svg, state));
    svg.close("text");
  }

  private void link(Svg svg, StateName state) {
    svg.open("a", "href", diagram.link().apply(state));
    svg.words("tspan", "→ " + state, "class", "cf-ink cf-target", "dx", "4");
    svg.close("a");
  }

  private static void words(Svg svg, String words, String look, double x, double y) {
    svg.words("text", words, "class", look, "x", number(x), "y", number(y));
  }
}
