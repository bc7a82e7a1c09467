package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import java.util.Locale;
import java.util.Optional;

/// Other spellings of yes and no, which are not taken, but understood.
final class YesNo {
  private YesNo() {}

  /// The word of ours that is meant.
  static Optional<String> meant(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "y", "t", "1", "ja", "j", "oui", "si", "sí" -> Optional.of("yes");
      case "n", "f", "0", "nein", "non" -> Optional.of("no");
      default -> Optional.empty();
    };
  }

  static Diagnostic spelling(String label, Span span, String meant) {
    return Diagnostic.of(Rule.WRONG_TYPE, span, label + " needs `yes` or `no`")
        .withHint("write `" + meant + "`")
        .withFix(Fix.safe(span, meant));
  }
}
