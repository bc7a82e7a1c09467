package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.CollectDecl;
import callflow.syntax.StateDecl;

/// A caller who was misheard once may say it again.
record FirstAttempts() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      for (CollectDecl collect : state.collect()) {
        collect
            .attempts()
            .filter(attempts -> attempts.value() == 1)
            .ifPresent(attempts ->
                findings.add(
                    Rule.SINGLE_ATTEMPT,
                    attempts.span(),
                    "`"
                        + collect.variable().value()
                        + "` may be said once only; one cough, and the caller is sent away",
                    "allow two or three attempts"));
      }
    }
  }
}
