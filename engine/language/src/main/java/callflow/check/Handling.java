package callflow.check;

import callflow.syntax.FlowFile;
import callflow.syntax.HandlerDecl;
import callflow.syntax.StateDecl;
import callflow.value.OutcomeWords;
import callflow.value.ToolName;
import java.util.List;
import java.util.Optional;

/// Which handler an event finds: the state's own before the flow's, and in each the more specific
/// name first.
record Handling(FlowFile flow) {

  Optional<HandlerDecl> find(StateDecl state, List<String> events) {
    return first(state.on(), events).or(() -> first(flow.defaults().on(), events));
  }

  /// The handler of an outcome of a tool, or of what the outcome falls back to.
  Optional<HandlerDecl> find(StateDecl state, ToolName tool, String outcome) {
    return OutcomeWords.fallbacks(outcome).stream()
        .map(word -> List.of(tool + "." + word, Events.ANY_TOOL + "." + word))
        .flatMap(names -> find(state, names).stream())
        .findFirst();
  }

  private static Optional<HandlerDecl> first(List<HandlerDecl> handlers, List<String> events) {
    return events.stream()
        .flatMap(event -> handlers.stream().filter(it -> it.event().value().equals(event)))
        .findFirst();
  }
}
