package callflow.check;

import callflow.diagnostic.Rule;

/// What the call's record is to show can be shown.
record Reports() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var hidden = Hidden.of(context.flow(), context.catalog());
    for (var field : context.flow().report()) {
      hidden
          .in(field.value())
          .ifPresent(name ->
              findings.add(
                  Rule.MASKED_REPORT,
                  name.span(),
                  "`"
                      + field.name().value()
                      + "` of `report` shows `"
                      + name.name()
                      + "`, which is sensitive, so it will stand there as `***`",
                  "take it out, or report something that may be read, such as a number of yours"));
    }
  }
}
