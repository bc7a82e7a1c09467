package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import java.time.Duration;
import java.util.List;

/// Callers get the time to think before they are taken for silent.
record HastySilence() implements Remark {
  /// Who looks for a number needs longer than this.
  static final Duration SHORTEST = Duration.ofSeconds(3);

  @Override
  public void check(Context context, Findings findings) {
    ladder(findings, context.flow().defaults().silence());
    for (StateDecl state : context.flow().states()) {
      state.silence().ifPresent(ladder -> ladder(findings, ladder));
    }
  }

  private static void ladder(Findings findings, List<SilenceDecl> ladder) {
    for (SilenceDecl rung : ladder) {
      if (rung.after().value().compareTo(SHORTEST) >= 0) continue;
      findings.add(
          Rule.HASTY_SILENCE,
          rung.after().span(),
          "callers who think for a moment are taken for silent",
          "wait for five to eight seconds");
    }
  }
}
