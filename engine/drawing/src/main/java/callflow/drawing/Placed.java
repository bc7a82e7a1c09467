package callflow.drawing;

import callflow.drawing.Faces.BoxFace;
import callflow.drawing.Faces.LabelFace;
import callflow.graph.FlowGraph.Arrow;
import java.util.List;
import java.util.Optional;

/// A graph with a place for everything, in pixels from its upper left corner.
record Placed(List<PlacedBox> boxes, List<PlacedArrow> arrows, double width, double height) {
  Placed {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  record Point(double x, double y) {}

  record PlacedBox(BoxFace face, Point corner) {}

  /// @param line from box to box, with a point at each bend
  record PlacedArrow(Arrow arrow, List<Point> line, Optional<PlacedLabel> label) {
    PlacedArrow {
      line = List.copyOf(line);
    }
  }

  record PlacedLabel(LabelFace face, Point corner) {}
}
