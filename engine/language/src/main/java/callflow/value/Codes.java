package callflow.value;

import callflow.value.Fit.Fits;
import callflow.value.Fit.Misfit;
import java.util.Locale;
import java.util.Map;

/// Reads codes of letters and figures, and bank account numbers: in capitals, without what people
/// write between the groups.
final class Codes {
  private static final int LONGEST = 200;
  private static final Misfit NO_IBAN =
      new Misfit("needs to be an IBAN such as DE89 3704 0044 0532 0130 00");

  /// How long an IBAN is, by country (ISO 13616 registry); where nothing is said, 15 to 34.
  private static final Map<String, Integer> IBAN_LENGTHS =
      Map.ofEntries(
          Map.entry("AT", 20),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("CH", 21),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("EE", 20),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GR", 27),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("MC", 27),
          Map.entry("MT", 31),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("RO", 24),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27));

  private Codes() {}

  static Fit code(Type.Code type, Value value) {
    String code = bare(value);
    if (!code.matches("[A-Z0-9]+")) return new Misfit("needs to be letters and figures only");
    var length = Fit.length(type.minLength(), type.maxLength(), code.length(), "character");
    if (length.isPresent()) return new Misfit(length.get());
    var form = Fit.form(type.pattern(), code);
    if (form.isPresent()) return new Misfit(form.get());
    if (!type.checkDigit().map(method -> method.holds(code)).orElse(true)) {
      return new Misfit("has a check digit that does not fit, so a character must be wrong");
    }
    return new Fits(new Value.Text(code));
  }

  static Fit iban(Value value) {
    String iban = bare(value);
    if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) return NO_IBAN;
    String country = iban.substring(0, 2);
    int length = IBAN_LENGTHS.getOrDefault(country, iban.length());
    if (iban.length() != length) {
      return new Misfit(
          "needs " + length + " characters for " + country + " and has " + iban.length());
    }
    return CheckDigit.MOD97.holds(iban.substring(4) + iban.substring(0, 4))
        ? new Fits(new Value.Text(iban))
        : new Misfit("has check digits that do not fit, so a character must be wrong");
  }

  /// Empty for what is no text, or far too much of it.
  private static String bare(Value value) {
    boolean plain = value instanceof Value.Text || value instanceof Value.Decimal;
    String text = plain ? value.toString() : "";
    return text.length() > LONGEST ? "" : text.replaceAll("[\\s./_-]", "").toUpperCase(Locale.ROOT);
  }
}
