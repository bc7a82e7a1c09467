package callflow.expression;

import callflow.value.Type;

/// What can be compared and calculated with what: a type without its bounds.
enum Nature {
  NUMBER("a number"),
  TEXT("text"),
  YES_OR_NO("yes or no"),
  DAY("a date"),
  TIME("a time of day"),
  MOMENT("a date with a time"),
  LIST("a list"),
  OBJECT("an object"),
  ANYTHING("anything");

  private final String phrase;

  Nature(String phrase) {
    this.phrase = phrase;
  }

  static Nature of(Type type) {
    return switch (type) {
      case Type.Text _,
          Type.Digits _,
          Type.Choice _,
          Type.Phone _,
          Type.Email _,
          Type.Code _,
          Type.Iban _ ->
          TEXT;
      case Type.Whole _, Type.Decimal _, Type.Money _ -> NUMBER;
      case Type.Bool _ -> YES_OR_NO;
      case Type.Date _ -> DAY;
      case Type.Time _ -> TIME;
      case Type.DateTime _ -> MOMENT;
      case Type.ListOf _ -> LIST;
      case Type.Struct _, Type.Person _, Type.Address _ -> OBJECT;
      case Type.Any _ -> ANYTHING;
    };
  }

  /// Whether a value of this nature may be one of the other.
  boolean meets(Nature other) {
    return this == other || this == ANYTHING || other == ANYTHING;
  }

  boolean ordered() {
    return switch (this) {
      case NUMBER, DAY, TIME, MOMENT, ANYTHING -> true;
      case TEXT, YES_OR_NO, LIST, OBJECT -> false;
    };
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
      case Type.Phone _ -> "a telephone number";
      case Type.Email _ -> "an e-mail address";
      case Type.Code _ -> "a code";
      case Type.Iban _ -> "an IBAN";
      case Type.Person _ -> "a person's name";
      case Type.Address _ -> "a postal address";
      default -> of(type).phrase();
    };
  }
}
