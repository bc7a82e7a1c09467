package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ComplianceDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.PolicyDecl;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import java.util.Optional;
import java.util.function.Predicate;

/// Every state that is named is there.
record StateNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    require(context, findings, context.flow().start(), "the flow starts at ");
    refused(context.flow())
        .ifPresent(
            state -> require(context, findings, state, "who refuses to be recorded goes to "));
    for (Deed deed : context.deeds()) {
      deed.action()
          .target()
          .ifPresent(target -> require(context, findings, target, deed.doer() + " goes to "));
    }
    for (PolicyDecl policy : context.flow().policies()) {
      if (policy instanceof PolicyDecl.Reach(var name, var state, _)) {
        require(context, findings, state, "policy `" + name.value() + "` speaks of ");
      }
    }
  }

  /// Where callers go who don't want to be recorded.
  static Optional<Located<StateName>> refused(FlowFile flow) {
    return flow.compliance()
        .flatMap(ComplianceDecl::recording)
        .flatMap(ComplianceDecl.RecordingDecl::onRefused);
  }

  private static void require(
      Context context, Findings findings, Located<StateName> state, String who) {
    boolean comesBack = state.value().equals(StateName.RESUME);
    if (comesBack || context.knows(context.states(), state.value())) return;
    String message = who + Words.quoted(state.value()) + ", but there is no such state";
    var instead = detour(context, state.value().value());
    if (instead.isPresent()) {
      findings.add(Rule.UNKNOWN_STATE, state.span(), message, instead.get());
      return;
    }
    findings.unknown(
        Rule.UNKNOWN_STATE,
        state.span(),
        state.value().value(),
        message,
        "states",
        Context.names(context.states()),
        "declare it under `states:`");
  }

  /// What to write instead of the name of a transfer or a tool, which nobody can go to.
  private static Optional<String> detour(Context context, String name) {
    if (context.transfers().containsKey(new TransferName(name))) {
      Predicate<StateDecl> uses =
          state -> state.transfer().filter(it -> it.value().value().equals(name)).isPresent();
      return Optional.of(
          Words.quoted(name)
              + " is a transfer; go to a state that uses it, "
              + suchAs(context, uses, "with `transfer: " + name + "`"));
    }
    if (!context.tools().containsKey(new ToolName(name))) return Optional.empty();
    Predicate<StateDecl> runs =
        state -> state.run().stream().anyMatch(it -> it.value().value().equals(name));
    return Optional.of(
        Words.quoted(name)
            + " is a tool; go to a state that runs it, "
            + suchAs(context, runs, "with `run: " + name + "`"));
  }

  private static String suchAs(Context context, Predicate<StateDecl> fits, String otherwise) {
    return context.flow().states().stream()
        .filter(fits)
        .findFirst()
        .map(state -> "such as " + Words.quoted(state.name().value()))
        .orElse(otherwise);
  }
}
