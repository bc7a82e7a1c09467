package callflow.expression;

import java.math.BigDecimal;
import java.util.Optional;

/// One word or sign of an expression.
///
/// @param start the UTF-16 offset at which it begins
/// @param end the offset after it
record Token(Kind kind, int start, int end) {

  /// What a token is.
  sealed interface Kind {
    /// A name, `true` or `false`.
    record Word(String text) implements Kind {}

    record Amount(BigDecimal value) implements Kind {}

    /// Quoted text, without its quotes and escapes.
    record Quoted(String text) implements Kind {}

    /// Everything else, `and`, `or` and `not` too.
    record Sign(String text) implements Kind {}
  }

  Optional<String> sign() {
    return kind instanceof Kind.Sign(var text) ? Optional.of(text) : Optional.empty();
  }

  boolean is(String sign) {
    return kind instanceof Kind.Sign(var text) && text.equals(sign);
  }
}
