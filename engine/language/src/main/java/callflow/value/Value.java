package callflow.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A value of a variable, an argument or a result: JSON's kinds, with exact decimals and dates.
///
/// There is no null: what has no value is left out ([Fields#get] is empty, a variable is unset).
public sealed interface Value {

  /// Text of any kind: digits, choices and phone numbers too, so that `0170` keeps its zero.
  record Text(String value) implements Value {
    @Override
    public String toString() {
      return value;
    }
  }

  /// An exact decimal; equal by amount, so that `50` equals `50.00`.
  record Decimal(BigDecimal value) implements Value {
    /// Numbers of more digits are written with an exponent: `1E+999999999` must not become a book.
    private static final int PLAIN = 60;

    public Decimal {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static Decimal of(long value) {
      return new Decimal(BigDecimal.valueOf(value));
    }

    @Override
    public String toString() {
      boolean sensible = value.precision() <= PLAIN && Math.abs(value.scale()) <= PLAIN;
      return sensible ? value.toPlainString() : value.toString();
    }
  }

  /// Yes or no.
  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// A day of the calendar.
  record Date(LocalDate value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /// Several values in order.
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }

  /// Named values in order; the order doesn't count for equality.
  record Fields(SequencedMap<String, Value> values) implements Value {
    public static final Fields NONE = new Fields(new LinkedHashMap<>());

    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    public static Fields of(String name, Value value) {
      return NONE.with(name, value);
    }

    public static Fields copyOf(Map<String, ? extends Value> values) {
      return new Fields(new LinkedHashMap<>(values));
    }

    public Optional<Value> get(String name) {
      return Optional.ofNullable(values.get(name));
    }

    public Fields with(String name, Value value) {
      var copy = new LinkedHashMap<>(values);
      copy.put(name, value);
      return new Fields(copy);
    }

    public boolean isEmpty() {
      return values.isEmpty();
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }
}
