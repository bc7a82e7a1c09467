package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.PolicyDecl;
import java.util.List;

/// Nobody is left to think that policies were proved when they are only enforced.
record PolicyNotes() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var policies = context.flow().policies();
    if (!policies.isEmpty()) note(findings, policies);
  }

  private static void note(Findings findings, List<PolicyDecl> policies) {
    var enforced =
        policies.stream()
            .filter(PolicyDecl.Never.class::isInstance)
            .map(policy -> policy.name().value())
            .toList();
    String kept =
        enforced.isEmpty()
            ? "none of the policies is enforced during calls"
            : "enforced during calls: " + Words.all(enforced);
    findings.add(
        Rule.POLICY_NOT_PROVED,
        policies.getFirst().name().span(),
        kept + "; no policy is proved for every possible call yet");
  }
}
