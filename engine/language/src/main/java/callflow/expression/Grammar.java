package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.expression.Token.Kind;
import callflow.source.Span;
import callflow.source.Written;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks that values and signs take turns and that brackets match, in the author's words.
///
/// What is left for JEXL then is which sign binds tighter.
final class Grammar {
  /// Brackets within brackets, signs before one value, and choices with `?` in one expression.
  static final int MAX_NESTING = 32;

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> CALCULATIONS = Set.of("+", "-", "*", "/", "%");
  private static final Set<String> JUNCTIONS = Set.of("and", "or");

  private final Written written;
  private final List<Token> tokens;
  private final Deque<Level> levels = new ArrayDeque<>();
  private boolean valueExpected = true;
  private int prefixes;
  private int choices;
  private int at;

  /// What is open between two brackets, or outside of all.
  private static final class Level {
    private final int opened;
    private final boolean call;
    private int questions;
    private boolean compared;

    Level(int opened, boolean call) {
      this.opened = opened;
      this.call = call;
    }
  }

  private Grammar(Written written, List<Token> tokens) {
    this.written = written;
    this.tokens = tokens;
  }

  /// The first place at which the tokens make no sense; empty when they do.
  static Optional<Diagnostic> mistake(Written written, List<Token> tokens) {
    return new Grammar(written, tokens).run();
  }

  private Optional<Diagnostic> run() {
    if (tokens.isEmpty()) {
      return error(
          written.span(), "there is no expression here", "write a condition such as `verified`");
    }
    levels.push(new Level(0, false));
    for (at = 0; at < tokens.size(); at++) {
      Optional<Diagnostic> found = valueExpected ? value() : sign();
      if (found.isPresent()) return found;
      if (deep()) return Optional.of(tooDeep());
    }
    return end();
  }

  private Optional<Diagnostic> value() {
    Token token = tokens.get(at);
    if (token.sign().isEmpty()) {
      prefixes = 0;
      return nextIs("(") && token.kind() instanceof Kind.Word(var name)
          ? call(name, token)
          : took();
    }
    String sign = token.sign().get();
    switch (sign) {
      case "(" -> levels.push(new Level(at, false));
      case "not", "-" -> prefixes++;
      default -> {
        return missingValue(token, sign);
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> took() {
    valueExpected = false;
    return Optional.empty();
  }

  private Optional<Diagnostic> call(String name, Token token) {
    if (Function.named(name).isEmpty()) return Optional.of(Calls.unknown(name, part(token)));
    at++;
    if (!nextIs(")")) {
      levels.push(new Level(at, true));
      return Optional.empty();
    }
    at++;
    return took();
  }

  private Optional<Diagnostic> missingValue(Token token, String sign) {
    if (sign.equals(".") && at + 1 < tokens.size()) {
      return error(part(token), "a number or a name is missing before `.`", "write `0.5`");
    }
    if (at == 0) {
      return error(
          part(token),
          "the expression can't begin with `" + sign + "`",
          "write a value before it, or leave it out");
    }
    return error(
        part(token),
        "a value is missing between " + shown(tokens.get(at - 1)) + " and " + shown(token),
        "write a name, a number, or text in quotes there");
  }

  private Optional<Diagnostic> sign() {
    Token token = tokens.get(at);
    if (token.sign().isEmpty()) return twoValues(token);
    String sign = token.sign().get();
    Level level = levels.element();
    return switch (sign) {
      case ")" -> close(token, level);
      case "." -> field(token);
      case "," -> comma(token, level);
      case "?" -> question(level);
      case ":" -> otherwise(token, level);
      case "not", "(" -> twoValues(token);
      default -> operator(token, sign, level);
    };
  }

  private Optional<Diagnostic> operator(Token token, String sign, Level level) {
    if (COMPARISONS.contains(sign)) {
      if (level.compared) {
        return error(
            part(token),
            "two comparisons follow each other",
            "join them with `and`: `1 < x and x < 5`");
      }
      level.compared = true;
    } else if (JUNCTIONS.contains(sign)) {
      level.compared = false;
    } else if (!CALCULATIONS.contains(sign)) {
      throw new IllegalStateException("a sign without a meaning: " + sign);
    }
    valueExpected = true;
    return Optional.empty();
  }

  private Optional<Diagnostic> close(Token token, Level level) {
    if (levels.size() == 1) {
      return error(part(token), "`)` closes nothing", "leave it out, or write `(` before");
    }
    if (level.questions > 0) return unfinishedChoice(token);
    levels.pop();
    return Optional.empty();
  }

  private Optional<Diagnostic> field(Token token) {
    Kind before = tokens.get(at - 1).kind();
    boolean owner = before instanceof Kind.Word || tokens.get(at - 1).is(")");
    boolean field = at + 1 < tokens.size() && tokens.get(at + 1).kind() instanceof Kind.Word;
    if (!owner || !field) {
      return error(
          part(token),
          "`.` stands between a name and one of its fields only",
          "write it as in `customer.id`");
    }
    at++;
    if (!nextIs("(")) return Optional.empty();
    return error(
        part(tokens.get(at)),
        shown(tokens.get(at)) + " is used like a function of the value before it",
        "there are no such functions; write it as in `age(birth_date)`");
  }

  private Optional<Diagnostic> comma(Token token, Level level) {
    if (level.call && level.questions == 0) {
      level.compared = false;
      valueExpected = true;
      return Optional.empty();
    }
    boolean decimal =
        tokens.get(at - 1).kind() instanceof Kind.Amount
            && at + 1 < tokens.size()
            && tokens.get(at + 1).kind() instanceof Kind.Amount;
    return error(
        part(token),
        "`,` stands between the values given to a function only",
        decimal ? "write decimals with a point: `12.50`" : "write `and` or `or`");
  }

  private Optional<Diagnostic> question(Level level) {
    level.questions++;
    level.compared = false;
    choices++;
    valueExpected = true;
    return Optional.empty();
  }

  private Optional<Diagnostic> otherwise(Token token, Level level) {
    if (level.questions == 0) {
      return error(
          part(token), "`:` has no `?` before it", "write it as in `verified ? 'yes' : 'no'`");
    }
    level.questions--;
    level.compared = false;
    valueExpected = true;
    return Optional.empty();
  }

  private Optional<Diagnostic> twoValues(Token token) {
    Token before = tokens.get(at - 1);
    Optional<String> foreign = foreign(token).or(() -> foreign(before));
    Token culprit = foreign(token).isPresent() || foreign.isEmpty() ? token : before;
    if (before.kind() instanceof Kind.Word(var word) && Function.named(word).isPresent()) {
      return error(
          part(before),
          shown(before) + " is a function and takes its value in brackets",
          "write it as in `" + word + "(…)`");
    }
    if (foreign.isPresent()) {
      return error(part(culprit), shown(culprit) + " is no sign we have", foreign.get());
    }
    return error(
        part(token),
        "something is missing between " + shown(before) + " and " + shown(token),
        "join them with `and`, `or`, or a comparison such as `==`; write text in quotes");
  }

  private static Optional<String> foreign(Token token) {
    return switch (token.kind()) {
      case Kind.Word(var word) -> Mistakes.insteadOf(word);
      case Kind.Sign(var sign) when sign.equals("not") -> Optional.of("write `and not` or `!=`");
      case Kind.Sign _, Kind.Amount _, Kind.Quoted _ -> Optional.empty();
    };
  }

  private Optional<Diagnostic> end() {
    Token last = tokens.getLast();
    if (valueExpected) {
      return error(
          part(last),
          "the expression ends after " + shown(last) + ", and a value must follow",
          "write the value, or leave " + shown(last) + " out");
    }
    if (levels.size() > 1) {
      return error(
          part(tokens.get(levels.element().opened)), "`(` isn't closed", "write `)` where it ends");
    }
    return levels.element().questions > 0 ? unfinishedChoice(last) : Optional.empty();
  }

  private Optional<Diagnostic> unfinishedChoice(Token token) {
    return error(
        part(token),
        "a `?` has no `:` after it",
        "say what holds otherwise: `verified ? 'yes' : 'no'`");
  }

  private boolean deep() {
    return levels.size() > MAX_NESTING + 1 || prefixes > MAX_NESTING || choices > MAX_NESTING;
  }

  private Diagnostic tooDeep() {
    return Found.tooComplex(
        written.span(),
        "the expression is nested more than " + MAX_NESTING + " levels deep",
        "split it over several branches or variables");
  }

  private boolean nextIs(String sign) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(sign);
  }

  private Span part(Token token) {
    return written.part(token.start(), token.end());
  }

  private String shown(Token token) {
    return "`" + Tokenizer.shown(written.value().substring(token.start(), token.end())) + "`";
  }

  private static Optional<Diagnostic> error(Span span, String message, String hint) {
    return Optional.of(Found.syntax(span, message, hint));
  }
}
