package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.syntax.HandlerDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.OutcomeWords;
import callflow.value.ToolName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every event that is handled can happen, and can happen where it is handled.
record EventNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    Set<String> possible = possible(context);
    for (HandlerDecl handler : context.flow().defaults().on()) {
      known(context, findings, possible, handler);
    }
    for (StateDecl state : context.flow().states()) {
      for (HandlerDecl handler : state.on()) {
        if (known(context, findings, possible, handler)) here(findings, state, handler);
      }
    }
  }

  private static Set<String> possible(Context context) {
    var possible = new TreeSet<String>();
    possible.add(Events.EXHAUSTED);
    possible.addAll(Events.OF_CONVERSATIONS);
    possible.addAll(Events.OF_TRANSFERS);
    OutcomeWords.ALL.forEach(outcome -> possible.add(Events.ANY_TOOL + "." + outcome));
    for (ToolDecl tool : context.flow().tools()) {
      var name = tool.name().value();
      var codes = context.operation(name).map(OperationSchema::errorCodes).orElse(Set.of());
      outcomes(context, tool).forEach(outcome -> possible.add(name + "." + outcome));
      for (String code : codes) {
        possible.add(name + "." + code);
        possible.add(Events.ANY_TOOL + "." + code);
      }
    }
    return possible;
  }

  /// A change without an answer in time is unknown, so `timeout` happens to look-ups only.
  private static List<String> outcomes(Context context, ToolDecl tool) {
    boolean change =
        context
            .operation(tool.name().value())
            .map(operation -> operation.effect() != Effect.READS)
            .orElse(false);
    return OutcomeWords.ALL.stream()
        .filter(outcome -> !(change && outcome.equals(OutcomeWords.TIMEOUT)))
        .toList();
  }

  private static boolean known(
      Context context, Findings findings, Set<String> possible, HandlerDecl handler) {
    String event = handler.event().value();
    if (possible.contains(event) || excused(context, event)) return true;
    String message = "`on` handles `" + event + "`, but there is no such event";
    var diagnostic = Diagnostic.of(Rule.UNKNOWN_EVENT, handler.event().span(), message);
    List<String> near = Nearest.of(event, possible);
    findings.add(
        near.isEmpty()
            ? diagnostic.withHint(hint(context, event))
            : diagnostic.withSuggestions(near));
    return false;
  }

  /// Whether the event belongs to a tool of which nothing, or not all, is known.
  private static boolean excused(Context context, String event) {
    int dot = event.indexOf('.');
    if (dot <= 0) return false;
    String tool = event.substring(0, dot);
    if (tool.equals(Events.ANY_TOOL)) {
      return context.flow().tools().stream()
          .anyMatch(each -> context.operation(each.name().value()).isEmpty());
    }
    if (context.flow().damaged().contains(tool)) return true;
    var name = new ToolName(tool);
    return context.tool(name).isPresent() && context.operation(name).isEmpty();
  }

  private static String hint(Context context, String event) {
    return switch (event) {
      case "silence", "no_input" -> "what happens in silence is written under `silence:`";
      case "no_match" -> "what happens when nobody understands is written under `no_match:`";
      case "caller_hung_up" -> "when the caller has hung up, nobody is left to hear anything";
      default -> general(context, event);
    };
  }

  private static String general(Context context, String event) {
    int dot = event.indexOf('.');
    if (event.endsWith("." + OutcomeWords.TIMEOUT)) {
      return "nobody knows whether a change without an answer happened: handle `"
          + event.replace(OutcomeWords.TIMEOUT, OutcomeWords.UNKNOWN)
          + "`";
    }
    if (dot <= 0) {
      var words = new ArrayList<String>(List.of("tool.failed", Events.EXHAUSTED, "voice_lost"));
      words.addAll(List.of("busy", "no_answer"));
      return "events are, for example, " + Words.list(words);
    }
    String tool = event.substring(0, dot);
    boolean toolIsKnown =
        tool.equals(Events.ANY_TOOL) || context.tool(new ToolName(tool)).isPresent();
    return toolIsKnown
        ? "a tool may come out as " + Words.list(outcomes(context, tool))
        : "the tools there are: " + Words.list(Context.names(context.tools()));
  }

  private static List<String> outcomes(Context context, String tool) {
    var codes =
        context.operation(new ToolName(tool)).map(OperationSchema::errorCodes).orElse(Set.of());
    return Stream.concat(OutcomeWords.ALL.stream(), codes.stream().sorted()).toList();
  }

  /// A state's own handler is of use only for what happens in that state.
  private static void here(Findings findings, StateDecl state, HandlerDecl handler) {
    impossible(state, handler.event().value())
        .ifPresent(why ->
            findings.add(
                Rule.UNKNOWN_EVENT,
                handler.event().span(),
                "state `"
                    + state.name().value()
                    + "` handles `"
                    + handler.event().value()
                    + "`, but "
                    + why,
                "take it out, or write it in the state where it can happen"));
  }

  private static Optional<String> impossible(StateDecl state, String event) {
    int dot = event.indexOf('.');
    if (dot > 0) return withoutTool(state, event.substring(0, dot));
    if (event.equals(Events.EXHAUSTED)) {
      return state.collect().isEmpty() ? Optional.of("collects nothing") : Optional.empty();
    }
    boolean ofTransfersOnly =
        Events.OF_TRANSFERS.contains(event) && !Events.OF_CONVERSATIONS.contains(event);
    return ofTransfersOnly && state.transfer().isEmpty()
        ? Optional.of("does not transfer anybody")
        : Optional.empty();
  }

  private static Optional<String> withoutTool(StateDecl state, String tool) {
    var used = ToolUse.of(state).stream().map(use -> use.name().value()).toList();
    if (tool.equals(Events.ANY_TOOL)) {
      return used.isEmpty() ? Optional.of("uses no tool") : Optional.empty();
    }
    return used.contains(tool)
        ? Optional.empty()
        : Optional.of("does not use the tool `" + tool + "`");
  }
}
