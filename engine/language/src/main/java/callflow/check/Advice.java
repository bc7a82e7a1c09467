package callflow.check;

import java.util.List;

/// What an experienced colleague would say about a flow that is right.
record Advice() implements FlowRule {
  private static final List<Remark> REMARKS =
      List.of(
          new SimilarNames(),
          new ConstantConditions(),
          new SameWishes(),
          new ChoiceCounts(),
          new SpokenLengths(),
          new UnheardAnswers(),
          new PromptedTools(),
          new SpokenKeys(),
          new FirstAttempts(),
          new HastySilence(),
          new RepeatedFailures(),
          new NoPerson(),
          new UnusedNames(),
          new SensitiveNames());

  @Override
  public void check(Context context, Findings findings) {
    REMARKS.forEach(remark -> remark.check(context, findings));
  }
}
