package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.expression.Token.Kind;
import callflow.source.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts an expression into words and signs. Whatever isn't of our language ends here, so that
/// nothing else ever reaches JEXL.
final class Tokenizer {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int DAY_LENGTH = 10;

  /// Digits of a number; an amount needs fewer.
  private static final int MAX_DIGITS = 30;

  private static final Set<String> WORD_SIGNS = Set.of("and", "or", "not");
  private static final List<String> SIGNS =
      List.of(
          "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "?", ":", "(", ")", ",", ".");

  private final Written written;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(Written written) {
    this.written = written;
    this.text = written.value();
  }

  /// All tokens, or the first thing that is none.
  static Checked<List<Token>> tokens(Written written) {
    return new Tokenizer(written).run();
  }

  private Checked<List<Token>> run() {
    while (skipSpace()) {
      Optional<Diagnostic> found = next();
      if (found.isPresent()) return Found.failed(found.get());
    }
    return Checked.of(List.copyOf(tokens), List.of());
  }

  /// Whether anything is left after the white space.
  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    return at < text.length();
  }

  private Optional<Diagnostic> next() {
    char first = text.charAt(at);
    if (isDigit(first)) return number();
    if (first == '\'' || first == '"') return quoted(first);
    if (Character.isLetter(text.codePointAt(at)) || first == '_') return word();
    return sign();
  }

  private Optional<Diagnostic> number() {
    int day = Math.min(at + DAY_LENGTH, text.length());
    String date = text.substring(at, day);
    if (DAY.matcher(date).matches() && (day == text.length() || !isDigit(text.charAt(day)))) {
      return stray(day, "a date without quotes", "write it in quotes: `'" + date + "'`");
    }
    int end = digits(at);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end = digits(end + 1);
    }
    String figures = text.substring(at, end);
    if (end < text.length() && Character.isLetter(text.charAt(end))) {
      return stray(word(end), "a number that goes on with letters", "write the number alone");
    }
    if (figures.length() > 1 && figures.charAt(0) == '0' && figures.charAt(1) != '.') {
      return stray(
          end,
          "a number that begins with 0, and the 0 would be lost",
          "write it in quotes, as text: `'" + shown(figures) + "'`");
    }
    if (figures.length() > MAX_DIGITS) {
      return stray(
          end,
          "a number of more than " + MAX_DIGITS + " digits",
          "write it in quotes if it is no amount");
    }
    return add(new Kind.Amount(new BigDecimal(figures)), end);
  }

  private Optional<Diagnostic> quoted(char quote) {
    var content = new StringBuilder();
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      boolean escape = text.charAt(end) == '\\' && end + 1 < text.length();
      if (escape && "'\"\\".indexOf(text.charAt(end + 1)) >= 0) end++;
      content.append(text.charAt(end));
      end++;
    }
    if (end >= text.length() || text.charAt(end) != quote) {
      return Optional.of(
          Found.syntax(
              written.part(at, at + 1),
              "the quote that begins here isn't closed",
              "write a second `" + quote + "` after the text"));
    }
    return add(new Kind.Quoted(content.toString()), end + 1);
  }

  private Optional<Diagnostic> word() {
    int end = word(at);
    String word = text.substring(at, end);
    if (!word.chars().allMatch(c -> c < 128)) {
      return stray(
          end,
          "a letter that names can't have",
          "names are made of a-z, 0-9 and `_`; write text in quotes: `'" + shown(word) + "'`");
    }
    Optional<String> nothing = Mistakes.nothing(word);
    if (nothing.isPresent()) return stray(end, "a word we don't have", nothing.get());
    return add(WORD_SIGNS.contains(word) ? new Kind.Sign(word) : new Kind.Word(word), end);
  }

  private Optional<Diagnostic> sign() {
    Optional<String> own = SIGNS.stream().filter(sign -> text.startsWith(sign, at)).findFirst();
    var foreign = Mistakes.signAt(text, at);
    int ownLength = own.map(String::length).orElse(0);
    if (foreign.isPresent() && foreign.get().getKey().length() > ownLength) {
      int end = at + foreign.get().getKey().length();
      return stray(end, "a sign we don't have", foreign.get().getValue());
    }
    if (own.isPresent()) return add(new Kind.Sign(own.get()), at + ownLength);
    return stray(
        text.offsetByCodePoints(at, 1),
        "a character that means nothing here",
        "write text in quotes: `'gold'`");
  }

  private Optional<Diagnostic> add(Kind kind, int end) {
    tokens.add(new Token(kind, at, end));
    at = end;
    return Optional.empty();
  }

  private Optional<Diagnostic> stray(int end, String what, String hint) {
    String here = "`" + shown(text.substring(at, end)) + "` is " + what;
    return Optional.of(Found.syntax(written.part(at, end), here, hint));
  }

  /// An author's words for a message: at most 40 characters.
  static String shown(String words) {
    return words.codePointCount(0, words.length()) <= 40
        ? words
        : words.substring(0, words.offsetByCodePoints(0, 39)) + "…";
  }

  private int digits(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) end++;
    return end;
  }

  private int word(int from) {
    int end = from;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      if (!Character.isLetterOrDigit(letter) && letter != '_') break;
      end += Character.charCount(letter);
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
