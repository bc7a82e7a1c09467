package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.syntax.StateDecl;
import callflow.syntax.WordingDecl;

/// Whoever is asked something is listened to.
record UnheardAnswers() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (state.hangup().isEmpty() || state.listens()) continue;
      state.say().stream()
          .flatMap(WordingDecl::templates)
          .forEach(text -> ofText(findings, state, text));
    }
  }

  private static void ofText(Findings findings, StateDecl state, Template text) {
    if (!SpokenLengths.words(text).endsWith("?")) return;
    findings.add(
        Rule.UNHEARD_ANSWER,
        text.span(),
        "state `" + state.name().value() + "` asks something and hangs up",
        "ask it in a state that listens, or end with a sentence that wants no answer");
  }
}
