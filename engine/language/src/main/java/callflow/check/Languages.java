package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Template.Part;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.Localized;
import callflow.syntax.WordingDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// A flow of several languages has everything it says in each of them, and nothing in another.
record Languages() implements FlowRule {
  private static final Comparator<Located<String>> FIRST =
      Comparator.comparingInt((Located<String> it) -> it.span().startLine())
          .thenComparingInt(it -> it.span().startColumn());

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    var spoken = flow.languages().stream().map(Located::value).toList();
    declared(context, findings);
    for (Deed deed : Deed.of(flow)) {
      deed.action()
          .language()
          .filter(to -> !spoken.contains(to.value()))
          .ifPresent(to -> switched(findings, spoken, to, deed.doer()));
    }
    if (spoken.isEmpty()) {
      undeclared(context, findings);
      return;
    }
    for (Utterance said : Utterance.of(flow)) said(findings, spoken, said.wording(), said.where());
    for (Guidance read : Guidance.of(flow)) {
      if (read.written() instanceof Localized.Each<?> each) {
        each(findings, spoken, each, read.where());
      }
    }
  }

  private static void declared(Context context, Findings findings) {
    var seen = new HashSet<String>();
    var languages = context.flow().languages();
    for (Located<String> language : languages) {
      if (!seen.add(language.value())) {
        findings.add(
            Rule.CLASHING_LANGUAGE,
            language.span(),
            "`" + language.value() + "` is among the flow's `languages` twice",
            "take one of the two out");
      }
    }
    if (languages.isEmpty()) return;
    String first = languages.getFirst().value();
    context
        .flow()
        .voice()
        .language()
        .filter(own -> !own.value().equals(first))
        .ifPresent(own ->
            findings.add(
                Rule.CLASHING_LANGUAGE,
                own.span(),
                "`voice` begins in `"
                    + own.value()
                    + "`, but the first of the flow's `languages` is `"
                    + first
                    + "`",
                "take `language` out of `voice`: it follows the language of the call"));
  }

  private static void switched(
      Findings findings, List<String> spoken, Located<String> to, String doer) {
    unknown(
        findings,
        spoken,
        to,
        doer + " changes to the language `" + to.value() + "`, which the flow does not speak");
  }

  private static void unknown(
      Findings findings, List<String> spoken, Located<String> language, String message) {
    findings.add(
        Rule.UNKNOWN_LANGUAGE,
        language.span(),
        message,
        spoken.isEmpty()
            ? "name all languages of the flow at its top, as in `languages: [en, de]`"
            : "it speaks " + Words.list(spoken) + "; add it to `languages`, or write one of them");
  }

  /// Words for languages in a flow that does not say which it speaks; told once.
  private static void undeclared(Context context, Findings findings) {
    var tags = new ArrayList<Located<String>>();
    for (Utterance said : Utterance.of(context.flow())) tags.addAll(tags(said.wording()));
    for (Guidance read : Guidance.of(context.flow())) {
      if (read.written() instanceof Localized.Each<?> each) tags.add(first(each));
    }
    tags.stream()
        .min(FIRST)
        .ifPresent(tag ->
            findings.add(
                Rule.UNKNOWN_LANGUAGE,
                tag.span(),
                "there are words for the language `"
                    + tag.value()
                    + "`, but the flow does not say which languages it speaks",
                "name them at the top of the flow, the one a call begins with first:"
                    + " `languages: [en, de]`"));
  }

  private static Located<String> first(Localized.Each<?> each) {
    return each.entries().getFirst().language();
  }

  private static List<Located<String>> tags(WordingDecl wording) {
    return switch (wording) {
      case WordingDecl.Plain _ -> List.of();
      case WordingDecl.Listed(var steps, _) ->
          steps.stream().flatMap(step -> tags(step).stream()).toList();
      case WordingDecl.Varied(var turns, _) ->
          turns.stream().flatMap(turn -> tags(turn).stream()).toList();
      case WordingDecl.PerLanguage(var each) -> List.of(first(each));
    };
  }

  private static void said(
      Findings findings, List<String> spoken, WordingDecl wording, String where) {
    switch (wording) {
      case WordingDecl.Plain(var text) -> {
        boolean words = text.parts().stream().anyMatch(Languages::hasLetters);
        if (words && spoken.size() > 1) untranslated(findings, spoken, text.span(), where);
      }
      case WordingDecl.Listed(var steps, _) ->
          steps.forEach(step -> said(findings, spoken, step, where));
      case WordingDecl.Varied(var turns, _) ->
          turns.forEach(turn -> said(findings, spoken, turn, where));
      case WordingDecl.PerLanguage(var each) -> each(findings, spoken, each, where);
    }
  }

  private static boolean hasLetters(Part part) {
    return part instanceof Part.Words(var words) && words.chars().anyMatch(Character::isLetter);
  }

  private static void untranslated(
      Findings findings, List<String> spoken, Span span, String where) {
    findings.add(
        Rule.MISSING_LANGUAGE,
        span,
        where + " is one text, but the flow speaks " + Words.all(spoken),
        "write it for each language: `{ "
            + String.join(", ", spoken.stream().map(each -> each + ": …").toList())
            + " }`");
  }

  private static void each(
      Findings findings, List<String> spoken, Localized.Each<?> each, String where) {
    var there = each.entries().stream().map(entry -> entry.language().value()).toList();
    for (var entry : each.entries()) {
      String language = entry.language().value();
      if (spoken.contains(language)) continue;
      unknown(
          findings,
          spoken,
          entry.language(),
          where + " has words for `" + language + "`, a language the flow does not speak");
    }
    var missing = spoken.stream().filter(language -> !there.contains(language)).toList();
    if (missing.isEmpty()) return;
    findings.add(
        Rule.MISSING_LANGUAGE,
        first(each).span(),
        where + " has no words for " + Words.all(missing),
        "add " + Words.all(missing.stream().map(language -> language + ": …").toList()));
  }
}
