package callflow.expression;

import callflow.value.Type;

/// What can be compared and calculated with what: a type without its bounds.
enum Nature {
  NUMBER("a number"),
  TEXT("text"),
  YES_OR_NO("yes or no"),
  DAY("a date"),
  LIST("a list"),
  OBJECT("an object"),
  ANYTHING("anything");

  private final String phrase;

  Nature(String phrase) {
    this.phrase = phrase;
  }

  static Nature of(Type type) {
    return switch (type) {
      case Type.Text _, Type.Digits _, Type.Choice _ -> TEXT;
      case Type.Whole _, Type.Decimal _, Type.Money _ -> NUMBER;
      case Type.Bool _ -> YES_OR_NO;
      case Type.Date _ -> DAY;
      case Type.ListOf _ -> LIST;
      case Type.Struct _ -> OBJECT;
      case Type.Any _ -> ANYTHING;
    };
  }

  /// Whether a value of this nature may be one of the other.
  boolean meets(Nature other) {
    return this == other || this == ANYTHING || other == ANYTHING;
  }

  boolean ordered() {
    return this == NUMBER || this == DAY || this == ANYTHING;
  }

  boolean comparable() {
    return this != LIST && this != OBJECT;
  }

  /// What it is, after "is": "a number".
  String phrase() {
    return phrase;
  }

  /// The same for a type, in the word of its declaration where that says more.
  static String phrase(Type type) {
    return switch (type) {
      case Type.Digits _ -> "text made of digits";
      case Type.Choice _ -> "one word of a choice";
      case Type.Money(var currency, _, _) -> "an amount in " + currency;
      default -> of(type).phrase();
    };
  }
}
