package callflow.runtime.telephony.twilio;

import java.util.Optional;

/// The one-time words in the addresses where Twilio asks what comes next.
///
/// Exactly one is open at a time. The one before it is remembered with its answer, for Twilio asks
/// again when an answer got lost. Guarded by the leg while that lives; nobody changes it later.
final class Steps {
  /// Which address a word is for.
  enum Kind {
    CONTINUE,
    DIALLED
  }

  private Kind kind = Kind.CONTINUE;
  private String open = Tokens.mint();
  private String taken = "";
  private String answer = "";

  String open() {
    return open;
  }

  boolean isOpen(Kind asked, String token) {
    return asked == kind && Tokens.same(token, open);
  }

  /// The answer already given to this word, if it was the last one.
  Optional<String> given(String token) {
    return !taken.isEmpty() && Tokens.same(token, taken) ? Optional.of(answer) : Optional.empty();
  }

  /// Takes the open word and opens the next one, which the answer may contain.
  String next(Kind following) {
    taken = open;
    open = Tokens.mint();
    kind = following;
    return open;
  }

  String answered(String twiml) {
    answer = twiml;
    return twiml;
  }
}
