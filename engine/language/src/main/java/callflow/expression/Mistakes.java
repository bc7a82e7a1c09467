package callflow.expression;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What authors write in the manner of other languages, and what to write here.
final class Mistakes {
  private static final String TWO_COMPARISONS =
      "compare with each value: `plan == 'gold' or plan == 'silver'`";
  private static final String MATCHES = "write `matches(account, '[0-9]{8}')`";
  private static final String KNOWN = "write `known(account)` or `not known(account)`";
  private static final String FIELD = "write a field of an object with a dot: `customer.id`";
  private static final String NO_BRACES =
      "leave the braces out; `${…}` is for values inside of spoken text";

  /// Signs that begin no expression of ours, with their remedy; longest first where one begins
  /// another.
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          entry("===", "write `==`"),
          entry("!==", "write `!=`"),
          entry("==~", MATCHES),
          entry("=", "write `==` to compare two values"),
          entry("=>", "write `>=`"),
          entry("=<", "write `<=`"),
          entry("<>", "write `!=`"),
          entry("><", "write `!=`"),
          entry("<=>", "write `==`, `<` or `>`"),
          entry("&&", "write `and`"),
          entry("&", "write `and`"),
          entry("||", "write `or`"),
          entry("|", "write `or`"),
          entry("!", "write `not`"),
          entry("=~", MATCHES),
          entry("!~", "write `not matches(account, '[0-9]{8}')`"),
          entry("~", MATCHES),
          entry("->", "an expression can only look at values"),
          entry("+=", "an expression can't change a value; use `set:`"),
          entry("-=", "an expression can't change a value; use `set:`"),
          entry("*=", "an expression can't change a value; use `set:`"),
          entry("/=", "an expression can't change a value; use `set:`"),
          entry("++", "an expression can't change a value; use `set:`"),
          entry("--", "an expression can't change a value; use `set:`"),
          entry(":=", "an expression can't change a value; use `set:`"),
          entry("??", KNOWN),
          entry("?.", "write `.`; a field of an unset value is unset"),
          entry("**", "write `x * x`"),
          entry("^", "write `x * x`"),
          entry("..", "write `x >= 1 and x <= 5`"),
          entry(";", "write one expression only"),
          entry("{", NO_BRACES),
          entry("}", NO_BRACES),
          entry("$", NO_BRACES),
          entry("${", NO_BRACES),
          entry("[", FIELD),
          entry("]", FIELD),
          entry("`", "write the name without back-quotes, or text in quotes: `'gold'`"),
          entry("\u2019", "write straight quotes: `'gold'`"),
          entry("\u2018", "write straight quotes: `'gold'`"),
          entry("\u201a", "write straight quotes: `'gold'`"),
          entry("\u201b", "write straight quotes: `'gold'`"),
          entry("\u201c", "write straight quotes: `'gold'`"),
          entry("\u201d", "write straight quotes: `'gold'`"),
          entry("\u201e", "write straight quotes: `'gold'`"),
          entry("\u00ab", "write straight quotes: `'gold'`"),
          entry("\u00bb", "write straight quotes: `'gold'`"),
          entry("\u2264", "write `<=`"),
          entry("\u2265", "write `>=`"),
          entry("\u2260", "write `!=`"),
          entry("\u00d7", "write `*`"),
          entry("\u00f7", "write `/`"),
          entry("\u2212", "write `-`"),
          entry("\u2013", "write `-`"),
          entry("\u20ac", "write the amount alone: `amount > 50`"),
          entry("\u00a3", "write the amount alone: `amount > 50`"));

  private static final int LONGEST_SIGN = 3;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("and", "write `and` in small letters"),
          entry("or", "write `or` in small letters"),
          entry("not", "write `not` in small letters, before what must not hold"),
          entry("xor", "write `(a and not b) or (b and not a)`"),
          entry("is", "write `==`"),
          entry("eq", "write `==`"),
          entry("equals", "write `==`"),
          entry("isnt", "write `!=`"),
          entry("ne", "write `!=`"),
          entry("lt", "write `<`"),
          entry("le", "write `<=`"),
          entry("gt", "write `>`"),
          entry("ge", "write `>=`"),
          entry("div", "write `/`"),
          entry("mod", "write `%`"),
          entry("in", TWO_COMPARISONS),
          entry("contains", MATCHES.replace("[0-9]{8}", ".*gold.*")),
          entry("like", MATCHES),
          entry("matches", MATCHES),
          entry("between", "write `x >= 1 and x <= 5`"),
          entry("then", "write only the condition"),
          entry("unless", "write `and not`"));

  private Mistakes() {}

  /// The foreign sign that `text` has at this place, with its remedy; the longest if several.
  static Optional<Map.Entry<String, String>> signAt(String text, int at) {
    for (int length = LONGEST_SIGN; length > 0; length--) {
      if (at + length > text.length()) continue;
      String sign = text.substring(at, at + length);
      String remedy = SIGNS.get(sign);
      if (remedy != null) return Optional.of(entry(sign, remedy));
    }
    return Optional.empty();
  }

  /// What to write instead of a word that stands where an `and`, an `or` or a comparison should.
  static Optional<String> insteadOf(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
  }

  /// The remedy for a word that means "nothing" elsewhere.
  static Optional<String> nothing(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "null", "nil", "undefined" -> Optional.of(KNOWN);
      default -> Optional.empty();
    };
  }
}
