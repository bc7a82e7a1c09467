package callflow.drawing;

import callflow.graph.FlowGraph;
import callflow.value.StateName;
import java.util.function.Function;

/// A flow as one SVG picture.
///
/// @param title what stands above it
/// @param link where a state's name leads, such as `#state-menu`
public record Diagram(FlowGraph graph, String title, Function<StateName, String> link) {

  /// A picture in a file of its own: each name leads to its state, so that it can be shared.
  public static Diagram of(FlowGraph graph, String title) {
    return new Diagram(graph, title, state -> "#" + id(state));
  }

  /// What the box of a state is called within the picture.
  public static String id(StateName state) {
    return "state-" + state;
  }

  /// The whole picture, beginning with `<svg`.
  public String svg() {
    return new SvgPicture(this, ElkLayout.of(graph)).text();
  }
}
