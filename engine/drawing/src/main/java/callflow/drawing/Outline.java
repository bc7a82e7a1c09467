package callflow.drawing;

import static callflow.drawing.Svg.number;

import callflow.drawing.Placed.Point;
import callflow.graph.FlowGraph.Kind;
import java.util.List;
import java.util.stream.Collectors;

/// The shapes of boxes, each kind its own, so that they differ in black and white too.
final class Outline {
  /// How far a pointed or slanted side leans.
  private static final double LEAN = 11;

  private static final double ROUND = 8;

  private Outline() {}

  static void draw(Svg svg, Kind kind, boolean start, Point at, double width, double height) {
    String look = "cf-shape " + Looks.of(kind) + (start ? " cf-start" : "");
    double x = at.x();
    double y = at.y();
    switch (kind) {
      case SPEAKS -> rectangle(svg, look, at, width, height, ROUND * 1.6);
      case ASKS -> {
        rectangle(svg, look, at, width, height, 2);
        svg.empty(
            "path",
            "class",
            "cf-shape " + Looks.of(kind),
            "d",
            "M" + number(x + 5) + " " + number(y) + "v" + number(height));
      }
      case DECIDES ->
          polygon(
              svg,
              look,
              List.of(
                  new Point(x + LEAN, y),
                  new Point(x + width - LEAN, y),
                  new Point(x + width, y + height / 2),
                  new Point(x + width - LEAN, y + height),
                  new Point(x + LEAN, y + height),
                  new Point(x, y + height / 2)));
      case HANDS_OVER ->
          polygon(
              svg,
              look,
              List.of(
                  new Point(x, y),
                  new Point(x + width - LEAN, y),
                  new Point(x + width, y + height / 2),
                  new Point(x + width - LEAN, y + height),
                  new Point(x, y + height)));
      case ENDS -> rectangle(svg, look, at, width, height, height / 2);
    }
  }

  private static void rectangle(
      Svg svg, String look, Point at, double width, double height, double round) {
    svg.empty(
        "rect",
        "class",
        look,
        "x",
        number(at.x()),
        "y",
        number(at.y()),
        "width",
        number(width),
        "height",
        number(height),
        "rx",
        number(round));
  }

  private static void polygon(Svg svg, String look, List<Point> corners) {
    svg.empty(
        "polygon",
        "class",
        look,
        "points",
        corners.stream()
            .map(corner -> number(corner.x()) + "," + number(corner.y()))
            .collect(Collectors.joining(" ")));
  }
}
