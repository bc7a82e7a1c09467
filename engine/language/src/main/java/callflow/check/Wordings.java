package callflow.check;

import callflow.expression.Typing;

/// What stands in `${…}` is there; what is spoken can be said.
record Wordings() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (Text text : context.texts()) {
      var everywhere = context.scope(text.ended());
      var scope =
          text.answering()
              .map(tool -> everywhere.withResult(context.answer(tool)))
              .orElse(everywhere);
      var typed =
          switch (text.role()) {
            case SPOKEN, GUIDANCE -> Typing.spoken(text.template(), scope);
            case HANDED_OVER -> Typing.spoken(text.template(), scope.withSummary());
            case ATTACHED -> Typing.infer(text.template(), scope.withSummary());
            case SENT, STORED, RECORDED -> Typing.infer(text.template(), scope);
          };
      findings.addAll(typed.diagnostics());
    }
  }
}
