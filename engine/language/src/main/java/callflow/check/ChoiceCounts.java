package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;

/// No state offers more than callers can keep in mind, or than there are figures on a telephone.
record ChoiceCounts() implements Remark {
  /// What people can hold in mind; a longer list read aloud has to be repeated.
  static final int MOST_SPOKEN = 7;

  /// The figures from 1 to 9.
  static final int MOST_BY_KEY = 9;

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      long keys = state.choices().stream().filter(it -> it.dtmf().isPresent()).count();
      long spoken = state.choices().size() - keys;
      if (keys > MOST_BY_KEY) tooMany(findings, state, keys, "by key", MOST_BY_KEY);
      if (spoken > MOST_SPOKEN) tooMany(findings, state, spoken, "by voice alone", MOST_SPOKEN);
    }
  }

  private static void tooMany(
      Findings findings, StateDecl state, long count, String how, int most) {
    findings.add(
        Rule.TOO_MANY_CHOICES,
        state.name().span(),
        "state `"
            + state.name().value()
            + "` offers "
            + count
            + " choices "
            + how
            + "; callers keep "
            + most
            + " in mind at most",
        "ask first what it is about, and let a state of its own ask for the rest");
  }
}
