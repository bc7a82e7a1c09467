package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.StateDecl;

/// A state's choices are not called like the `anywhere` entries that are live beside them.
record ClashingNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var entries = context.flow().anywhere();
    var names = AnywhereNames.of(entries);
    for (StateDecl state : context.flow().states()) {
      if (!state.anywhere()) continue;
      for (ChoiceDecl choice : state.choices()) {
        int entry = names.indexOf(choice.name().value());
        if (entry >= 0) {
          findings.add(
              clash(state, choice).withRelated(entries.get(entry).span(), "the `anywhere` entry"));
        }
      }
    }
  }

  private static Diagnostic clash(StateDecl state, ChoiceDecl choice) {
    String name = choice.name().value().value();
    String message =
        "choice `"
            + name
            + "` of state `"
            + state.name().value()
            + "` has the name of an `anywhere` entry, which is called after the state it goes to";
    return Diagnostic.of(Rule.CLASHING_NAMES, choice.name().span(), message)
        .withHint("rename the choice, or leave it to `anywhere`");
  }
}
