package callflow.expression;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;
import java.util.Collection;
import java.util.stream.Collectors;

/// What to write where a value is of the wrong nature.
final class Naming {
  /// Names listed in one hint.
  private static final int MAX_LISTED = 10;

  private Naming() {}

  /// Such as "`gold`, `silver`".
  static String list(Collection<String> names) {
    String listed =
        names.stream()
            .limit(MAX_LISTED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return names.size() > MAX_LISTED ? listed + ", …" : listed;
  }

  /// How to get `wanted` where `operand` of `type` stands.
  static String remedy(Nature wanted, Expression operand, Type type) {
    return switch (wanted) {
      case YES_OR_NO -> condition(operand, type);
      case NUMBER -> number(operand, type);
      case DAY -> "declare it with `type: date`";
      case TIME -> "declare it with `type: time`";
      case MOMENT -> "declare it with `type: datetime`";
      case TEXT -> "declare it with `type: text` or `type: digits`";
      case LIST -> "name a variable of `type: list`";
      case OBJECT, ANYTHING -> "name another value";
    };
  }

  private static String condition(Expression operand, Type type) {
    if (operand instanceof Expression.Literal(Value.Text(var text), _)) {
      return "a quoted text is no condition; write a name without quotes, or compare with `'"
          + Tokenizer.shown(text)
          + "'`";
    }
    String known = "write " + known(operand);
    return switch (Nature.of(type)) {
      case NUMBER -> "compare it, as in " + compared(operand, " > 0");
      case TEXT -> "compare it, as in " + compared(operand, " == 'gold'") + ", or " + known;
      case DAY -> "compare it, as in " + compared(operand, " < today") + ", or " + known;
      case TIME -> "compare it, as in " + compared(operand, " < '12:00'") + ", or " + known;
      case MOMENT -> "compare it, as in " + compared(operand, " < now") + ", or " + known;
      case LIST, OBJECT, YES_OR_NO, ANYTHING -> known;
    };
  }

  private static String known(Expression operand) {
    return "`known(" + bare(operand, "…") + ")` to ask whether it has a value";
  }

  private static String compared(Expression operand, String with) {
    return "`" + bare(operand, "amount") + with + "`";
  }

  private static String bare(Expression operand, String otherwise) {
    String shown = Shown.of(operand);
    return shown.startsWith("`") ? shown.substring(1, shown.length() - 1) : otherwise;
  }

  private static String number(Expression operand, Type type) {
    if (operand instanceof Expression.Literal(Value.Text(var text), _)) {
      return Fit.decimal(text).isPresent()
          ? "write `" + text.strip() + "` without quotes"
          : "to join texts write them side by side: `${first} ${second}`";
    }
    return switch (Nature.of(type)) {
      case DAY -> "dates can be compared; `age(birth_date)` counts full years";
      case TEXT ->
          "declare it with `type: integer`, `number` or `money`; to join texts write them"
              + " side by side: `${first} ${second}`";
      case TIME, MOMENT -> "times can be compared, not calculated with";
      case NUMBER, YES_OR_NO, LIST, OBJECT, ANYTHING -> "name a number";
    };
  }
}
