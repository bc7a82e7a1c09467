package callflow.value;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the last figures of a code tell whether the others were heard right.
///
/// Letters count as 10 to 35 where a method knows letters.
public enum CheckDigit {
  /// The method of payment cards; letters as in an ISIN.
  LUHN {
    @Override
    boolean holds(String code) {
      String figures = expanded(code);
      int sum = 0;
      for (int i = 0; i < figures.length(); i++) {
        int figure = figures.charAt(figures.length() - 1 - i) - '0';
        int doubled = figure * 2;
        sum += i % 2 == 0 ? figure : doubled > 9 ? doubled - 9 : doubled;
      }
      return sum % 10 == 0;
    }
  },
  /// The method of an ISBN with ten figures: the last counts once, the one before twice and so on;
  /// a last `X` is ten.
  MOD11 {
    @Override
    boolean holds(String code) {
      if (!code.matches("[0-9]+[0-9X]")) return false;
      int sum = 0;
      for (int i = 0; i < code.length(); i++) {
        char figure = code.charAt(code.length() - 1 - i);
        sum += (i + 1) * (figure == 'X' ? 10 : figure - '0');
      }
      return sum % 11 == 0;
    }
  },
  /// ISO 7064 MOD 97-10: two check figures at the end.
  MOD97 {
    @Override
    boolean holds(String code) {
      return new BigInteger(expanded(code)).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }
  };

  /// Whether the check figures fit.
  ///
  /// @param code capital letters and figures, at least one
  abstract boolean holds(String code);

  /// The word authors write.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CheckDigit> named(String word) {
    return Arrays.stream(values()).filter(method -> method.word().equals(word)).findFirst();
  }

  private static String expanded(String code) {
    var figures = new StringBuilder();
    code.chars().forEach(sign -> figures.append(Character.digit(sign, 36)));
    return figures.toString();
  }
}
