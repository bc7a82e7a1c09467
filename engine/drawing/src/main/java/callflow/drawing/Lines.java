package callflow.drawing;

import static callflow.drawing.Svg.number;

import callflow.drawing.Placed.Point;
import java.util.List;

/// Arrows as paths with rounded bends.
final class Lines {
  private static final double ROUND = 7;

  private Lines() {}

  static String path(List<Point> line) {
    var path = new StringBuilder("M" + at(line.getFirst()));
    for (int i = 1; i + 1 < line.size(); i++)
      bend(path, line.get(i - 1), line.get(i), line.get(i + 1));
    return path.append('L').append(at(line.getLast())).toString();
  }

  private static void bend(StringBuilder path, Point before, Point bend, Point after) {
    double round = Math.min(ROUND, Math.min(apart(before, bend), apart(bend, after)) / 2);
    path.append('L').append(at(towards(bend, before, round)));
    path.append('Q').append(at(bend)).append(' ').append(at(towards(bend, after, round)));
  }

  private static Point towards(Point from, Point to, double distance) {
    double whole = apart(from, to);
    if (whole == 0) return from;
    double part = distance / whole;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static double apart(Point one, Point other) {
    return Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y());
  }

  private static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }
}
