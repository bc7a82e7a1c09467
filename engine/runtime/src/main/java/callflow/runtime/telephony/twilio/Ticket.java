package callflow.runtime.telephony.twilio;

import java.time.Duration;

/// What opens one media socket of one leg, once, and not for long.
///
/// @param until on the carrier's clock
record Ticket(String word, long until) {
  static Ticket mint(long now, Duration life) {
    return new Ticket(Tokens.mint(), now + life.toNanos());
  }

  boolean opens(String shown, long now) {
    return now - until <= 0 && Tokens.same(word, shown);
  }

  @Override
  public String toString() {
    return "Ticket[***]";
  }
}
