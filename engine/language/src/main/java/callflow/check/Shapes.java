package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.StateDecl;

/// A state does something, and asks for nothing that excludes something else it asks for.
record Shapes() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (isEmpty(state)) {
        findings.add(
            Rule.EMPTY_STATE,
            state.name().span(),
            "state `" + state.name().value() + "` does nothing",
            "let it `say` or ask something, and say what is `next`");
      }
      endings(findings, state);
      calls(findings, state);
      choices(findings, state);
      lookUps(context, findings, state);
    }
  }

  static boolean isEmpty(StateDecl state) {
    boolean acts =
        state.say().isPresent()
            || state.listens()
            || !state.before().isEmpty()
            || !state.run().isEmpty()
            || !state.set().isEmpty()
            || !state.clear().isEmpty()
            || state.call().isPresent();
    return !acts && !ends(state) && state.next().isEmpty();
  }

  static boolean ends(StateDecl state) {
    return state.transfer().isPresent()
        || state.hangup().isPresent()
        || state.returns().isPresent();
  }

  private static void endings(Findings findings, StateDecl state) {
    if (!ends(state)) return;
    String ending = ending(state);
    Span span = state.transfer().map(Located::span).orElseGet(() -> state.name().span());
    if (state.transfer().isPresent() && state.hangup().isPresent()) {
      mixed(findings, span, state, "transfers the caller and hangs up", "keep one of the two");
    } else if (state.returns().isPresent() && !ending.equals("returns")) {
      mixed(findings, span, state, ending + " and returns", "keep one of the two");
    } else if (!state.next().isEmpty()) {
      mixed(
          findings,
          span(state),
          state,
          ending + ", so its `next` is never used",
          "take out one of the two");
    } else if (!state.choices().isEmpty()) {
      mixed(
          findings,
          span(state),
          state,
          ending + ", so its `choices` could be cut off at any moment",
          "let a choice go to a state of its own that " + ending);
    }
  }

  private static String ending(StateDecl state) {
    if (state.transfer().isPresent()) return "transfers the caller";
    return state.hangup().isPresent() ? "hangs up" : "returns";
  }

  /// A flow that is called takes the place of the conversation.
  private static void calls(Findings findings, StateDecl state) {
    if (state.call().isEmpty()) return;
    if (!state.listens() && state.run().isEmpty() && !ends(state)) return;
    String flow = state.call().get().flow().value().value();
    mixed(
        findings,
        state.call().get().flow().span(),
        state,
        "calls the flow `" + flow + "` and does something else at the same point",
        "keep `clear`, `set`, `before` and `say`, which come first, and `next`; put the rest into a"
            + " state of its own");
  }

  private static Span span(StateDecl state) {
    return state
        .transfer()
        .map(Located::span)
        .or(() -> state.hangup().map(Located::span))
        .or(() -> state.returns().map(Located::span))
        .orElseGet(() -> state.name().span());
  }

  private static void choices(Findings findings, StateDecl state) {
    if (state.choices().isEmpty() || !state.collect().isEmpty()) return;
    var always = state.next().stream().filter(branch -> branch.guard().isEmpty()).findFirst();
    if (always.isPresent()) {
      mixed(
          findings,
          always.get().action().span(),
          state,
          "offers choices, and has a `next` that does not wait for them",
          "give the `next` an `if`, or make it one of the choices");
    } else if (!state.run().isEmpty()) {
      mixed(
          findings,
          state.run().getFirst().span(),
          state,
          "offers choices, and a `run` that does not wait for them",
          "let a choice go to a state of its own that runs `"
              + state.run().getFirst().value()
              + "`");
    }
  }

  private static void lookUps(Context context, Findings findings, StateDecl state) {
    for (var tool : state.before()) {
      boolean asks = context.tool(tool.value()).map(it -> it.confirm().isPresent()).orElse(false);
      if (!asks) continue;
      mixed(
          findings,
          tool.span(),
          state,
          "calls `" + tool.value() + "` before it speaks, but the tool asks for the caller's yes",
          "write it under `run:`");
    }
  }

  private static void mixed(
      Findings findings, Span span, StateDecl state, String what, String hint) {
    findings.add(Rule.MIXED_STATE, span, "state `" + state.name().value() + "` " + what, hint);
  }
}
