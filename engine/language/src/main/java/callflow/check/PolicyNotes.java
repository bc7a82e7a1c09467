package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.PolicyDecl;
import java.util.List;
import java.util.Set;

/// Policies speak of endings there are; and nobody is left to think that they were proved.
record PolicyNotes() implements FlowRule {
  private static final List<String> ENDINGS = List.of("hangup", "transfer", "caller_hung_up");

  @Override
  public void check(Context context, Findings findings) {
    var policies = context.flow().policies();
    for (PolicyDecl policy : policies) {
      if (!(policy instanceof PolicyDecl.EndsIn(var name, var endings))) continue;
      for (Located<String> ending : endings) ending(findings, name.value(), ending);
    }
    if (!policies.isEmpty()) note(findings, policies);
  }

  private static void ending(Findings findings, String policy, Located<String> ending) {
    if (Set.copyOf(ENDINGS).contains(ending.value())) return;
    findings.unknown(
        Rule.UNKNOWN_EVENT,
        ending.span(),
        ending.value(),
        "policy `" + policy + "` speaks of `" + ending.value() + "`, but no call ends like that",
        "endings",
        ENDINGS,
        "");
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
        kept + "; proved for every possible call: none yet");
  }
}
