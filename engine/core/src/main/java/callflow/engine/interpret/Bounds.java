package callflow.engine.interpret;

import callflow.value.Value;

/// How large a value may be before the engine looks at it: models and systems outside may send
/// anything.
final class Bounds {
  private static final int DEEPEST = 16;
  private static final int MOST_LEAVES = 10_000;
  private static final int MOST_DIGITS = 60;

  private Bounds() {}

  /// Whether all texts, numbers, lists and objects in it are of a sensible size.
  static boolean within(Value value, int textLength) {
    return leaves(value, textLength, DEEPEST) <= MOST_LEAVES;
  }

  /// How many leaves there are; more than allowed when something in it is too large.
  private static int leaves(Value value, int textLength, int depth) {
    if (depth == 0) return MOST_LEAVES + 1;
    return switch (value) {
      case Value.Text(var text) -> text.length() <= textLength ? 1 : MOST_LEAVES + 1;
      case Value.Decimal(var number) ->
          number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS
              ? 1
              : MOST_LEAVES + 1;
      case Value.Bool _, Value.Date _ -> 1;
      case Value.Items(var items) -> sum(items, textLength, depth);
      case Value.Fields(var fields) -> sum(fields.values(), textLength, depth);
    };
  }

  private static int sum(Iterable<Value> values, int textLength, int depth) {
    int sum = 1;
    for (Value value : values) {
      sum += leaves(value, textLength, depth - 1);
      if (sum > MOST_LEAVES) return sum;
    }
    return sum;
  }
}
