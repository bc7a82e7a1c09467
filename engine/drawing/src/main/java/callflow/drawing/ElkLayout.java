package callflow.drawing;

import callflow.drawing.Faces.LabelFace;
import callflow.drawing.Placed.PlacedArrow;
import callflow.drawing.Placed.PlacedBox;
import callflow.drawing.Placed.PlacedLabel;
import callflow.drawing.Placed.Point;
import callflow.graph.FlowGraph;
import callflow.graph.FlowGraph.Arrow;
import callflow.graph.FlowGraph.Box;
import callflow.value.StateName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Finds places with ELK's layered algorithm: the call begins at the top and goes down.
final class ElkLayout {
  /// Any number would do; a fixed one gives the same picture each time.
  private static final int SEED = 1;

  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<StateName, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<StateName, Faces.BoxFace> faces = new LinkedHashMap<>();
  private final List<Drawn> drawn = new ArrayList<>();

  private record Drawn(Arrow arrow, LabelFace face, ElkEdge edge) {}

  private ElkLayout() {}

  static Placed of(FlowGraph graph) {
    LayoutMetaDataService.getInstance(); // without it ELK knows none of its own settings
    var layout = new ElkLayout();
    layout.settings();
    graph.boxes().forEach(box -> layout.add(box, graph));
    graph.arrows().forEach(layout::add);
    new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
    return layout.placed();
  }

  private void settings() {
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.RANDOM_SEED, SEED);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(8));
    root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 30.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
    root.setProperty(LayeredOptions.THOROUGHNESS, 20);
  }

  private void add(Box box, FlowGraph graph) {
    var face = Faces.of(box, waysAt(box.name(), graph));
    var node = ElkGraphUtil.createNode(root);
    node.setDimensions(face.width(), face.height());
    nodes.put(box.name(), node);
    faces.put(box.name(), face);
  }

  /// The arrows that come to a box, or leave it, whichever are more.
  private static int waysAt(StateName state, FlowGraph graph) {
    var arrows = graph.arrows();
    long out = arrows.stream().filter(arrow -> arrow.from().equals(state)).count();
    long in = arrows.stream().filter(arrow -> arrow.to().equals(state)).count();
    return (int) Math.max(in, out);
  }

  private void add(Arrow arrow) {
    var from = nodes.get(arrow.from());
    var to = nodes.get(arrow.to());
    if (from == null || to == null) return;
    var edge = ElkGraphUtil.createSimpleEdge(from, to);
    var face = Faces.of(arrow);
    if (!face.lines().isEmpty()) {
      ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", face.lines()), edge);
      label.setDimensions(face.width(), face.height());
      label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
    }
    drawn.add(new Drawn(arrow, face, edge));
  }

  private Placed placed() {
    var boxes =
        nodes.entrySet().stream()
            .map(node ->
                new PlacedBox(
                    Objects.requireNonNull(faces.get(node.getKey())),
                    new Point(node.getValue().getX(), node.getValue().getY())))
            .toList();
    var arrows = drawn.stream().map(ElkLayout::arrow).toList();
    return new Placed(boxes, arrows, root.getWidth(), root.getHeight());
  }

  private static PlacedArrow arrow(Drawn drawn) {
    var line = new ArrayList<Point>();
    for (ElkEdgeSection section : drawn.edge().getSections()) {
      line.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> line.add(new Point(bend.getX(), bend.getY())));
      line.add(new Point(section.getEndX(), section.getEndY()));
    }
    Optional<PlacedLabel> label =
        drawn.edge().getLabels().stream()
            .findFirst()
            .map(at -> new PlacedLabel(drawn.face(), new Point(at.getX(), at.getY())));
    return new PlacedArrow(drawn.arrow(), line, label);
  }
}
