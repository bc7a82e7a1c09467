package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.RepairDecl;
import callflow.syntax.StateDecl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The keys of choices are on the telephone, and each has one meaning.
record Keys() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var anywhere = new LinkedHashMap<String, Located<String>>();
    for (AnywhereDecl entry : context.flow().anywhere()) {
      entry.dtmf().ifPresent(key -> take(findings, anywhere, key, "two entries of `anywhere`"));
    }
    for (RepairDecl.Entry entry : context.flow().repair().entries()) {
      entry.dtmf().ifPresent(key -> take(findings, anywhere, key, "two moves of every state"));
    }
    for (StateDecl state : context.flow().states()) {
      var own = new LinkedHashMap<String, Located<String>>();
      for (ChoiceDecl choice : state.choices()) {
        String who = "two choices of state `" + state.name().value() + "`";
        choice.dtmf().ifPresent(key -> take(findings, own, key, who));
      }
      for (RepairDecl.Entry entry : state.repair().entries()) {
        String who = "two moves of state `" + state.name().value() + "`";
        entry.dtmf().ifPresent(key -> take(findings, own, key, who));
      }
      if (state.anywhere()) shadowed(findings, state, own, anywhere);
    }
  }

  private static void take(
      Findings findings, Map<String, Located<String>> taken, Located<String> key, String who) {
    if (!onTelephone(key.value())) {
      findings.add(
          Rule.BAD_KEY,
          key.span(),
          "there is no key `" + key.value() + "` on a telephone",
          "write one of `0` to `9`, `*` or `#`, in quotes: `dtmf: \"1\"`");
      return;
    }
    var first = Optional.ofNullable(taken.putIfAbsent(key.value(), key));
    first.ifPresent(it ->
        findings.add(
            Diagnostic.of(
                    Rule.DUPLICATE_DTMF, key.span(), who + " have the key `" + key.value() + "`")
                .withHint("give each its own key")
                .withRelated(it.span(), "the first of them")));
  }

  private static boolean onTelephone(String key) {
    return key.length() == 1 && "0123456789*#".contains(key);
  }

  private static void shadowed(
      Findings findings,
      StateDecl state,
      Map<String, Located<String>> own,
      Map<String, Located<String>> anywhere) {
    for (Located<String> key : own.values()) {
      var other = Optional.ofNullable(anywhere.get(key.value()));
      other.ifPresent(it ->
          findings.add(
              Diagnostic.of(
                      Rule.DUPLICATE_DTMF,
                      key.span(),
                      "in state `"
                          + state.name().value()
                          + "` the key `"
                          + key.value()
                          + "` means its own choice, not the entry of `anywhere`")
                  .withSeverity(Diagnostic.Severity.WARNING)
                  .withHint("give one of the two another key")
                  .withRelated(it.span(), "the entry of `anywhere`")));
    }
  }
}
