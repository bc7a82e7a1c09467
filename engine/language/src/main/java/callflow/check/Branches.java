package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.Canonical;
import callflow.source.Span;
import callflow.syntax.BranchDecl;
import callflow.syntax.StateDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The branches of `next` cover every case, and each of them can be taken.
record Branches() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (state.next().isEmpty()) continue;
      if (mustDecide(state)) covers(findings, state);
      dead(findings, state);
    }
  }

  /// Whether one of the branches has to be taken. A state that only talks stays until one can be.
  private static boolean mustDecide(StateDecl state) {
    return !state.listens() || !state.collect().isEmpty() || !state.run().isEmpty();
  }

  private static void covers(Findings findings, StateDecl state) {
    if (state.next().stream().anyMatch(branch -> branch.guard().isEmpty())) return;
    findings.add(
        Rule.MISSING_DEFAULT,
        state.next().getLast().action().span(),
        "`next` of state `"
            + state.name().value()
            + "` says where to go on conditions only, and none of them may hold",
        "end it with a branch without `if`: `- goto: STATE`");
  }

  private static void dead(Findings findings, StateDecl state) {
    var seen = new HashMap<String, Span>();
    Optional<BranchDecl> always = Optional.empty();
    List<BranchDecl> branches = state.next();
    for (BranchDecl branch : branches) {
      if (always.isPresent()) {
        findings.add(shadowed(branch, always.get().action().span(), "the one above has no `if`"));
        continue;
      }
      if (branch.guard().isEmpty()) {
        always = Optional.of(branch);
        continue;
      }
      Span span = branch.action().span();
      var first = Optional.ofNullable(seen.putIfAbsent(Canonical.of(branch.guard().get()), span));
      first.ifPresent(
          it -> findings.add(shadowed(branch, it, "one above has the very same condition")));
    }
  }

  private static Diagnostic shadowed(BranchDecl branch, Span first, String why) {
    Span span = branch.guard().map(guard -> guard.span()).orElseGet(() -> branch.action().span());
    return Diagnostic.of(Rule.DEAD_BRANCH, span, "this branch is never taken: " + why)
        .withHint("take it out, or put it further up")
        .withRelated(first, "the branch that is taken instead");
  }
}
