package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ActionDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.HandlerDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every state leads on, and every call can come to an end.
///
/// A way out is a deliberate one: `next`, a choice, a transfer, a hang-up, or a ladder the state
/// itself has. What every state has, `anywhere` and the ladders of `defaults`, is for callers in
/// trouble and does not count.
record WaysOut() implements FlowRule {
  private static final Set<Rule> ENDLESS =
      EnumSet.of(Rule.NO_WAY_OUT, Rule.SILENT_LOOP, Rule.EMPTY_STATE, Rule.RESUME_WITHOUT_DETOUR);

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (!Shapes.isEmpty(state)) ofState(findings, state);
    }
    handlers(findings, context.flow());
    // A loop, or a state that is empty or leads nowhere, explains it already.
    boolean explained = findings.all().stream().anyMatch(it -> ENDLESS.contains(it.rule()));
    if (!explained) endless(context, findings);
  }

  private static void ofState(Findings findings, StateDecl state) {
    if (!leadsOn(state)) {
      findings.add(
          Rule.NO_WAY_OUT,
          state.name().span(),
          "state `"
              + state.name().value()
              + "` "
              + activity(state)
              + ", but nothing says where the caller goes then",
          remedy(state));
    }
    for (var branch : state.next()) {
      if (branch.action().target().isPresent()) continue;
      findings.add(
          Rule.NO_WAY_OUT,
          branch.action().span(),
          "this branch of `next` in state `" + state.name().value() + "` doesn't say where to go",
          "add `goto: STATE`; to stay, go to `" + state.name().value() + "`");
    }
  }

  private static boolean leadsOn(StateDecl state) {
    if (Shapes.ends(state) || !state.next().isEmpty()) return true;
    if (!state.run().isEmpty()) return false;
    var ladder = state.silence().orElse(List.of()).stream().map(SilenceDecl::action);
    var choices = state.choices().stream().map(choice -> choice.action());
    var noMatch = state.noMatch().orElse(List.of()).stream();
    return Stream.of(ladder, noMatch, choices)
        .flatMap(actions -> actions)
        .anyMatch(action -> leaves(state, action));
  }

  private static boolean leaves(StateDecl state, ActionDecl action) {
    return action.target().map(it -> !it.value().equals(state.name().value())).orElse(false);
  }

  private static String activity(StateDecl state) {
    if (state.call().isPresent()) return "calls `" + state.call().get().flow().value() + "`";
    if (!state.run().isEmpty()) return "runs `" + state.run().getFirst().value() + "`";
    if (!state.collect().isEmpty()) {
      return "collects `" + state.collect().getFirst().variable().value() + "`";
    }
    if (state.listens()) return "talks with the caller";
    return state.say().isPresent() ? "says something" : "does something";
  }

  private static String remedy(StateDecl state) {
    return state.listens() && state.collect().isEmpty() && state.run().isEmpty()
        ? "add `choices:` or `next: STATE`, or end the call with `transfer:` or `hangup:`"
        : "add `next: STATE`, or end the call with `transfer:` or `hangup:`";
  }

  /// Events after which the call can't stay where it is.
  private static void handlers(Findings findings, FlowFile flow) {
    var final_ = new HashSet<String>(Events.OF_TRANSFERS);
    final_.addAll(Events.OF_CONVERSATIONS);
    final_.add(Events.EXHAUSTED);
    var all = Stream.of(flow.defaults().on().stream(), own(flow)).flatMap(each -> each);
    all.filter(handler -> leadsNowhere(handler, final_))
        .forEach(handler ->
            findings.add(
                Rule.NO_WAY_OUT,
                handler.event().span(),
                "the handler of `"
                    + handler.event().value()
                    + "` doesn't say where the caller goes",
                "add `goto: STATE`"));
  }

  private static Stream<HandlerDecl> own(FlowFile flow) {
    return flow.states().stream().flatMap(state -> state.on().stream());
  }

  private static boolean leadsNowhere(HandlerDecl handler, Set<String> final_) {
    return final_.contains(handler.event().value()) && handler.action().target().isEmpty();
  }

  private static boolean endsInside(Context context, StateDecl state) {
    return state.call().isPresent() && context.callee(state).map(Callee::ends).orElse(true);
  }

  /// Every state leads on, yet only ever to others that do.
  private static void endless(Context context, Findings findings) {
    var graph = context.graph();
    var ends =
        context.flow().states().stream()
            .filter(state -> Shapes.ends(state) || endsInside(context, state));
    var ending = graph.leadingTo(ends.map(state -> state.name().value()).toList());
    for (var name : graph.reachable(List.of(context.flow().start().value()))) {
      var state = context.state(name);
      if (ending.contains(name) || state.isEmpty()) continue;
      findings.add(
          Rule.NO_WAY_OUT,
          state.get().name().span(),
          "from state `" + name + "` on, no way leads to the end of the call",
          "let one of the states after it `hangup:` or `transfer:`");
      return;
    }
  }
}
