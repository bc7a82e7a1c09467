package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ComplianceDecl;
import callflow.syntax.ComplianceDecl.Consent;
import callflow.syntax.ComplianceDecl.RecordingDecl;
import callflow.value.StateName;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The section `compliance:` of a flow.
final class ComplianceReader {
  /// Nothing is kept for longer than ten years.
  private static final int MOST_DAYS = 3653;

  private ComplianceReader() {}

  static Optional<ComplianceDecl> read(Slot slot) {
    return slot.fields("`compliance`", "`compliance:` and below it `disclosure:`")
        .map(map -> {
          var compliance =
              new ComplianceDecl(
                  map.take("disclosure").flatMap(WordingReader::wording),
                  map.take("recording").flatMap(ComplianceReader::recording),
                  map.take("retention").flatMap(ComplianceReader::days),
                  slot.at());
          map.close();
          return compliance;
        });
  }

  private static Optional<RecordingDecl> recording(Slot slot) {
    return slot.fields("`recording`", "`recording: { consent: announce, announce: … }`")
        .flatMap(map -> {
          var consent =
              map.need("consent", "`consent: ask`, `consent: announce` or `consent: none`")
                  .flatMap(each -> each.oneOf(consents()));
          boolean silent = consent.filter(it -> it.value() == Consent.NONE).isPresent();
          var announce =
              (silent
                      ? map.take("announce")
                      : map.need("announce", "`announce:` and what callers hear"))
                  .flatMap(WordingReader::wording);
          var onRefused = map.take("on_refused").flatMap(each -> each.reference(StateName::new));
          map.close();
          onRefused.ifPresent(state -> refusable(map, consent, state));
          return consent.map(how -> new RecordingDecl(how, announce, onRefused));
        });
  }

  private static SequencedMap<String, Consent> consents() {
    var words = new LinkedHashMap<String, Consent>();
    words.put("ask", Consent.ASK);
    words.put("announce", Consent.ANNOUNCE);
    words.put("none", Consent.NONE);
    return words;
  }

  /// Only who is asked can refuse.
  private static void refusable(
      MapReader map, Optional<Located<Consent>> consent, Located<StateName> state) {
    if (consent.isEmpty() || consent.get().value() == Consent.ASK) return;
    map.findings()
        .add(
            Rule.NEVER_REFUSED,
            state.span(),
            "`on_refused` is never used: callers are not asked whether they may be recorded",
            "write `consent: ask` and make `announce` a question, or take `on_refused` out");
  }

  private static Optional<Located<Integer>> days(Slot slot) {
    String expected = "a number of days such as `90d`, from `1d` to `" + MOST_DAYS + "d`";
    return slot.word(expected)
        .flatMap(word -> {
          var days =
              word.value().endsWith("d")
                  ? Scalars.integer(
                      word.value().substring(0, word.value().length() - 1), 1, MOST_DAYS)
                  : Optional.<Integer>empty();
          if (days.isEmpty()) slot.mismatch(expected, "write `retention: 90d`");
          return days.map(count -> new Located<>(count, word.span()));
        });
  }
}
