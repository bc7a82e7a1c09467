package callflow.check;

import callflow.expression.TypeScope;
import callflow.syntax.FlowFile;
import java.util.List;
import java.util.Optional;

/// What several rules want to know of a flow, worked out when the first of them asks.
final class Survey {
  private Optional<List<Deed>> deeds = Optional.empty();
  private Optional<List<Text>> texts = Optional.empty();
  private Optional<Graph> graph = Optional.empty();
  private Optional<TypeScope> scope = Optional.empty();

  List<Deed> deeds(FlowFile flow) {
    if (deeds.isEmpty()) deeds = Optional.of(List.copyOf(Deed.of(flow)));
    return deeds.get();
  }

  List<Text> texts(FlowFile flow) {
    if (texts.isEmpty()) texts = Optional.of(List.copyOf(Text.of(flow)));
    return texts.get();
  }

  Graph graph(Context context) {
    if (graph.isEmpty()) graph = Optional.of(Graph.of(context));
    return graph.get();
  }

  TypeScope scope(Context context) {
    if (scope.isEmpty()) scope = Optional.of(context.freshScope());
    return scope.get();
  }
}
