package callflow.expression;

import callflow.expression.Expression.Operation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// Exact calculation within bounds; what leaves them has no value.
final class Amounts {
  /// Digits before the point; no amount of money has as many.
  static final int MAX_WHOLE_DIGITS = 30;

  /// Decimals a result keeps, rounded half to even.
  static final int MAX_DECIMALS = 20;

  /// Decimals an operand may have; what has more came from no author and no caller.
  private static final int MAX_SCALE = 100;

  private static final MathContext CONTEXT = MathContext.DECIMAL128;

  private Amounts() {}

  /// The result; empty for a division by zero and beyond the bounds.
  static Optional<BigDecimal> calculate(Operation by, BigDecimal left, BigDecimal right) {
    if (!bounded(left) || !bounded(right)) return Optional.empty();
    boolean divides = by == Operation.DIVIDED_BY || by == Operation.REMAINDER;
    if (divides && right.signum() == 0) return Optional.empty();
    BigDecimal result =
        switch (by) {
          case PLUS -> left.add(right, CONTEXT);
          case MINUS -> left.subtract(right, CONTEXT);
          case TIMES -> left.multiply(right, CONTEXT);
          case DIVIDED_BY -> left.divide(right, CONTEXT);
          case REMAINDER -> left.remainder(right);
        };
    if (digits(result) > MAX_WHOLE_DIGITS) return Optional.empty();
    return Optional.of(
        result.scale() > MAX_DECIMALS
            ? result.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN)
            : result);
  }

  static boolean bounded(BigDecimal amount) {
    return amount.scale() <= MAX_SCALE && digits(amount) <= MAX_WHOLE_DIGITS;
  }

  private static long digits(BigDecimal amount) {
    return (long) amount.precision() - amount.scale();
  }

  /// The amount in figures; with an exponent where plain figures would fill pages.
  static String plain(BigDecimal amount) {
    return bounded(amount) ? amount.toPlainString() : amount.toString();
  }
}
