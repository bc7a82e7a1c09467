package callflow.fakegrok.caller;

/// Something that happened in a call, in the order of the caller's time.
public sealed interface CallEvent {
  /// The call was answered with orders.
  record Answered(String twiml) implements CallEvent {}

  /// The caller can be heard.
  record MediaConnected(String streamSid) implements CallEvent {}

  record MediaClosed(String why) implements CallEvent {}

  /// The caller begins to say something.
  record Spoke(String words) implements CallEvent {}

  record Pressed(char key) implements CallEvent {}

  /// The caller heard a sentence, or the part of it that was played.
  ///
  /// @param ended whether it was heard to its end
  record Heard(String words, boolean ended) implements CallEvent {}

  /// Twilio itself read a text to the caller.
  record ToldByCarrier(String words) implements CallEvent {}

  /// What was to be played was dropped.
  record Cleared() implements CallEvent {}

  record Transferred(String target, Dialled outcome) implements CallEvent {}

  /// Twilio would put this on the account's list of warnings.
  record Warned(String warning) implements CallEvent {}

  /// The last one.
  ///
  /// @param why such as `hung up by the caller`, `hung up`, `rejected: busy`, `failed: ...`
  record Ended(String why) implements CallEvent {}
}
