package callflow.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a variable, an argument or a field of a result may hold. [Fit] decides whether a value
/// does.
public sealed interface Type {

  /// Any text; `maxLength` counts characters.
  ///
  /// @param pattern what the whole text must look like
  record Text(
      Optional<Integer> minLength, Optional<Integer> maxLength, Optional<LinearPattern> pattern)
      implements Type {
    public Text(Optional<Integer> minLength, Optional<Integer> maxLength) {
      this(minLength, maxLength, Optional.empty());
    }
  }

  /// Figures one by one, such as an account number; spoken singly.
  ///
  /// @param pattern what all the figures must look like
  record Digits(
      Optional<Integer> minLength, Optional<Integer> maxLength, Optional<LinearPattern> pattern)
      implements Type {
    public Digits(Optional<Integer> minLength, Optional<Integer> maxLength) {
      this(minLength, maxLength, Optional.empty());
    }
  }

  /// A whole number.
  record Whole(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Type {}

  /// An exact decimal.
  record Decimal(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Type {}

  /// An amount in one currency, with at most as many decimals as the currency has.
  ///
  /// @param currency an ISO 4217 code such as `EUR`
  record Money(String currency, Optional<BigDecimal> min, Optional<BigDecimal> max)
      implements Type {}

  /// True or false.
  record Bool() implements Type {}

  /// A day, written `1990-02-02`.
  record Date() implements Type {}

  /// A time of day, written `08:30`; its value is text of that form.
  record Time() implements Type {}

  /// A day with a time, written `2026-03-02T08:30`, with an offset where one is known; its value is
  /// text of that form.
  record DateTime() implements Type {}

  /// A telephone number; its value is text in E.164 form.
  ///
  /// @param region the country whose numbers may be given without country code, such as `DE`
  record Phone(Optional<String> region) implements Type {}

  /// An address for mail; its value is text.
  record Email() implements Type {}

  /// Letters and figures, such as a booking code; its value is text in capitals without gaps.
  record Code(
      Optional<Integer> minLength,
      Optional<Integer> maxLength,
      Optional<LinearPattern> pattern,
      Optional<CheckDigit> checkDigit)
      implements Type {}

  /// A bank account's international number; its value is text without gaps.
  record Iban() implements Type {}

  /// Somebody's name; its value has the fields of [Types#PERSON_FIELDS].
  record Person() implements Type {}

  /// A postal address; its value has the fields of [Types#ADDRESS_FIELDS].
  record Address() implements Type {}

  /// One of the listed words.
  record Choice(List<String> of) implements Type {
    public Choice {
      of = List.copyOf(of);
    }
  }

  /// Several values of one type.
  record ListOf(Type element) implements Type {}

  /// Named fields. Without any declared field it is open: every field is let through, untyped.
  record Struct(SequencedMap<String, Field> fields) implements Type {
    public static final Struct OPEN = new Struct(new LinkedHashMap<>());

    public Struct {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public boolean open() {
      return fields.isEmpty();
    }
  }

  /// Anything JSON can say; the type of what nobody declared.
  record Any() implements Type {}

  /// One field of a [Struct], or one argument of an operation.
  record Field(Type type, boolean required, boolean sensitive, String description) {}

  /// The word an author writes after `type:`.
  default String word() {
    return switch (this) {
      case Text _ -> "text";
      case Digits _ -> "digits";
      case Whole _ -> "integer";
      case Decimal _ -> "number";
      case Money _ -> "money";
      case Bool _ -> "boolean";
      case Date _ -> "date";
      case Time _ -> "time";
      case DateTime _ -> "datetime";
      case Phone _ -> "phone";
      case Email _ -> "email";
      case Code _ -> "code";
      case Iban _ -> "iban";
      case Person _ -> "person";
      case Address _ -> "address";
      case Choice _ -> "choice";
      case ListOf _ -> "list";
      case Struct _ -> "object";
      case Any _ -> "any";
    };
  }
}
