package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.CollectDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.VariableDecl;
import callflow.value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is entered with telephone keys can be, what is secret is, and no key means two things.
record KeyEntry() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      for (CollectDecl collect : state.collect()) {
        context
            .variable(collect.variable().value())
            .ifPresent(variable -> collected(findings, collect, variable));
      }
      clashes(context, findings, state);
    }
  }

  private static void collected(Findings findings, CollectDecl collect, VariableDecl variable) {
    String name = variable.name().value().value();
    boolean onKeys =
        variable.type().value() instanceof Type.Digits
            || variable.type().value() instanceof Type.Whole;
    if (byKeys(collect) && !onKeys) {
      findings.add(
          Rule.KEYPAD_TYPE,
          collect.dtmf().map(Located::span).orElseGet(() -> collect.variable().span()),
          "`"
              + name
              + "` is "
              + Words.phrase(variable.type().value())
              + " and can't be entered with telephone keys",
          "only `digits` and `integer` can; take `dtmf` out, or change the type of `" + name + "`");
    } else if (variable.secret() && !byKeys(collect)) {
      findings.add(
          Rule.SECRET_WITHOUT_KEYPAD,
          collect.variable().span(),
          "`" + name + "` is secret, so callers may only enter it with telephone keys",
          "write `" + name + ": { dtmf: true }`");
    }
  }

  private static boolean byKeys(CollectDecl collect) {
    return collect.dtmf().map(Located::value).orElse(false);
  }

  private static void clashes(Context context, Findings findings, StateDecl state) {
    var entry = state.collect().stream().filter(KeyEntry::byKeys).findFirst();
    if (entry.isEmpty()) return;
    var keys = new ArrayList<Located<String>>();
    state.choices().forEach(choice -> choice.dtmf().ifPresent(keys::add));
    clash(state, entry.get(), keys, "choice", Diagnostic.Severity.WARNING).ifPresent(findings::add);
    if (!state.anywhere()) return;
    var everywhere = new ArrayList<Located<String>>();
    context.flow().anywhere().forEach(it -> it.dtmf().ifPresent(everywhere::add));
    clash(state, entry.get(), everywhere, "`anywhere` entry", Diagnostic.Severity.NOTE)
        .ifPresent(findings::add);
  }

  private static Optional<Diagnostic> clash(
      StateDecl state,
      CollectDecl entry,
      List<Located<String>> keys,
      String what,
      Diagnostic.Severity severity) {
    if (keys.isEmpty()) return Optional.empty();
    String names = Words.all(keys.stream().map(Located::value).distinct().toList());
    String message =
        "while state `"
            + state.name().value()
            + "` takes `"
            + entry.variable().value()
            + "` by keys, the key "
            + names
            + " of the "
            + what
            + " is its first digit as well";
    return Optional.of(
        Diagnostic.of(Rule.KEY_CLASH, entry.variable().span(), message)
            .withSeverity(severity)
            .withHint("pressed alone, followed by a pause, the key still means the " + what)
            .withRelated(keys.getFirst().span(), "the key"));
  }
}
