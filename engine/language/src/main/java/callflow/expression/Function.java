package callflow.expression;

import java.util.Arrays;
import java.util.Optional;

/// The functions an expression may call; there are no others.
public enum Function {
  /// `open('office')`: whether a schedule is open now. Takes a quoted name.
  OPEN("open", 1, "schedule"),
  /// `opens_next('office')`: when a schedule opens the next time; unset when it never does, or
  /// while its emergency switch is on. Takes a quoted name.
  OPENS_NEXT("opens_next", 1, "schedule"),
  /// `confirmed('pay_bill')`: whether the caller said yes to this tool's question in this visit.
  CONFIRMED("confirmed", 1, "tool"),
  /// `age(birth_date)`: full years up to today.
  AGE("age", 1, "date"),
  /// `mask(account)`: all but the last four characters replaced by `*`; all of them in a text of up
  /// to four.
  MASK("mask", 1, "text"),
  /// `matches(account, '[0-9]{8}')`: whether the whole text fits a pattern (RE2 syntax). The
  /// pattern is quoted.
  MATCHES("matches", 2, "text, pattern"),
  /// `switch('storm')`: whether somebody has thrown a switch. Takes a quoted name.
  SWITCH("switch", 1, "switch"),
  /// `announcement('storm')`: what callers are to hear while a switch is on; unset while it is off,
  /// or when there is nothing to say. Takes a quoted name.
  ANNOUNCEMENT("announcement", 1, "switch"),
  /// `known(birth_date)`: whether a value is there at all.
  KNOWN("known", 1, "value"),
  /// `days_until(due)`: how many days from today, negative for a day that is past.
  DAYS_UNTIL("days_until", 1, "date"),
  /// `days_since(paid)`: how many days up to today, negative for a day to come.
  DAYS_SINCE("days_since", 1, "date"),
  /// `length(note)`: how many characters a text has.
  LENGTH("length", 1, "text"),
  /// `lower(answer)`: the text in small letters.
  LOWER("lower", 1, "text"),
  /// `contains(plans, 'gold')`: whether a value is in a list.
  CONTAINS("contains", 2, "list, value"),
  /// `count(open_orders)`: how many values a list has.
  COUNT("count", 1, "list");

  private final String word;
  private final int arity;
  private final String parameters;

  Function(String word, int arity, String parameters) {
    this.word = word;
    this.arity = arity;
    this.parameters = parameters;
  }

  public String word() {
    return word;
  }

  /// How many arguments it takes.
  public int arity() {
    return arity;
  }

  /// What the arguments stand for, for messages: `text, pattern`.
  public String parameters() {
    return parameters;
  }

  public static Optional<Function> named(String word) {
    return Arrays.stream(values()).filter(function -> function.word.equals(word)).findFirst();
  }
}
