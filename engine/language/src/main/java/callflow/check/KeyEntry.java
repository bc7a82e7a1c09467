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
            || variable.type().value() instanceof Type.Whole
            || (variable.type().value() instanceof Type.Phone(var region) && region.isPresent());
    if (byKeys(collect) && !onKeys) {
      findings.add(
          Rule.KEYPAD_TYPE,
          collect.dtmf().map(dtmf -> dtmf.span()).orElseGet(() -> collect.variable().span()),
          "`"
              + name
              + "` is "
              + Words.phrase(variable.type().value())
              + " and can't be entered with telephone keys",
          "only `digits`, `integer` and a `phone` with a `region` can; take `dtmf` out, or change"
              + " the type of `"
              + name
              + "`");
    } else if (variable.secret() && !byKeys(collect)) {
      findings.add(
          Rule.SECRET_WITHOUT_KEYPAD,
          collect.variable().span(),
          "`" + name + "` is secret, so callers may only enter it with telephone keys",
          "write `" + name + ": { dtmf: true }`");
    }
    collect
        .dtmf()
        .flatMap(dtmf -> dtmf.length())
        .ifPresent(length -> length(findings, length, variable));
  }

  /// An entry that is taken for complete has to be one.
  private static void length(Findings findings, Located<Integer> length, VariableDecl variable) {
    if (!(variable.type().value() instanceof Type.Digits(var min, var max, _))) return;
    boolean tooShort = min.filter(least -> length.value() < least).isPresent();
    boolean tooLong = max.filter(most -> length.value() > most).isPresent();
    if (!tooShort && !tooLong) return;
    String name = variable.name().value().value();
    findings.add(
        Rule.BAD_RANGE,
        length.span(),
        "an entry by keys is complete after "
            + length.value()
            + " of them, but `"
            + name
            + "` has "
            + (tooShort ? "at least " + min.orElse(0) : "at most " + max.orElse(0)),
        "take `length` out; the type of `" + name + "` says how many there are");
  }

  private static boolean byKeys(CollectDecl collect) {
    return collect.dtmf().isPresent();
  }

  /// `*` and `#` begin no entry, so they clash with none.
  private static void clashes(Context context, Findings findings, StateDecl state) {
    var choices = new ArrayList<Located<String>>();
    state.choices().forEach(choice -> choice.dtmf().ifPresent(choices::add));
    choices.removeIf(key -> !isDigit(key));
    var everywhere = new ArrayList<Located<String>>();
    context.flow().anywhere().forEach(it -> it.dtmf().ifPresent(everywhere::add));
    everywhere.removeIf(key -> !state.anywhere() || !isDigit(key));

    for (CollectDecl entry : state.collect()) {
      if (!byKeys(entry) || !isOneDigit(context, entry)) continue;
      swallowed(state, entry, choices, "choice", "take its `dtmf` out").ifPresent(findings::add);
      swallowed(state, entry, everywhere, "`anywhere` entry", "write `anywhere: off` in the state")
          .ifPresent(findings::add);
    }
    state.collect().stream()
        .filter(entry -> byKeys(entry) && !isOneDigit(context, entry))
        .findFirst()
        .ifPresent(entry -> {
          clash(state, entry, choices, "choice", Diagnostic.Severity.WARNING)
              .ifPresent(findings::add);
          clash(state, entry, everywhere, "`anywhere` entry", Diagnostic.Severity.NOTE)
              .ifPresent(findings::add);
        });
  }

  private static boolean isDigit(Located<String> key) {
    return key.value().length() == 1 && Character.isDigit(key.value().charAt(0));
  }

  private static boolean isOneDigit(Context context, CollectDecl entry) {
    return context.type(entry.variable().value()) instanceof Type.Digits(_, var longest, _)
        && longest.filter(length -> length == 1).isPresent();
  }

  /// An entry of one digit is complete with its first key, so no pause can give the key its other
  /// meaning.
  private static Optional<Diagnostic> swallowed(
      StateDecl state, CollectDecl entry, List<Located<String>> keys, String what, String remedy) {
    if (keys.isEmpty()) return Optional.empty();
    String variable = "`" + entry.variable().value() + "`";
    String message =
        variable
            + " is one digit, so while state `"
            + state.name().value()
            + "` takes it by keys, the key "
            + Words.all(keys.stream().map(Located::value).distinct().toList())
            + " means "
            + variable
            + " and never the "
            + what;
    return Optional.of(
        Diagnostic.of(Rule.KEY_CLASH, entry.variable().span(), message)
            .withSeverity(Diagnostic.Severity.ERROR)
            .withHint("give the " + what + " the key `*` or `#`, or " + remedy)
            .withRelated(keys.getFirst().span(), "the key"));
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
