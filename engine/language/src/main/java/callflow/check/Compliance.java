package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ComplianceDecl;
import callflow.syntax.ComplianceDecl.Consent;

/// Callers are told what they have to be told.
record Compliance() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    context.flow().compliance().ifPresent(compliance -> check(findings, compliance));
  }

  private static void check(Findings findings, ComplianceDecl compliance) {
    if (compliance.disclosure().isEmpty()) {
      findings.add(
          Rule.NO_DISCLOSURE,
          compliance.span(),
          "`compliance` does not say with which sentence callers learn that they talk to a machine",
          "add `disclosure:` and that sentence, which is then said before anything else");
    }
    compliance
        .recording()
        .filter(recording -> recording.consent().value() == Consent.NONE)
        .ifPresent(recording ->
            findings.add(
                Rule.RECORDING_WITHOUT_NOTICE,
                recording.consent().span(),
                "callers are recorded and are not told",
                "write `consent: announce` and what they hear under `announce:`"));
  }
}
