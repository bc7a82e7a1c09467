package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.expression.Template.Part;
import callflow.syntax.StateDecl;

/// What callers can't interrupt is there, and short.
record MustHear() implements FlowRule {
  /// Some 15 seconds of speech.
  static final int LONGEST = 200;

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (state.bargeIn()) continue;
      if (state.say().isEmpty()) silent(findings, state);
      state.say().stream()
          .flatMap(say -> say.templates())
          .filter(text -> length(text) > LONGEST)
          .forEach(text -> tooLong(findings, state, text));
    }
  }

  private static void silent(Findings findings, StateDecl state) {
    findings.add(
        Rule.BARGE_IN_WITHOUT_SAY,
        state.name().span(),
        "state `"
            + state.name().value()
            + "` has `barge_in: no` and no `say`, so there is nothing callers have to hear",
        "add a `say`, or take `barge_in` out; what the model says can always be interrupted");
  }

  private static void tooLong(Findings findings, StateDecl state, Template text) {
    findings.add(
        Rule.LONG_MUST_HEAR,
        text.span(),
        "`say` of state `"
            + state.name().value()
            + "` can't be interrupted and has "
            + length(text)
            + " characters; up to "
            + LONGEST
            + " are bearable",
        "keep what must be heard in this state, and say the rest in one after it");
  }

  private static int length(Template text) {
    return text.parts().stream()
        .mapToInt(part -> part instanceof Part.Words(var words) ? words.length() : 0)
        .sum();
  }
}
