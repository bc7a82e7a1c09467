package callflow.engine.call;

import java.util.Optional;

/// What is known about a call before anybody speaks.
///
/// @param from the caller's number in E.164 form, empty when withheld
/// @param to the number that was called, empty when unknown
/// @param language in which the line wants the call begun, as a BCP 47 tag; one the flow does not
///   speak counts for nothing
/// @param switches where they stood when the call came in
public record CallInfo(String from, String to, Optional<String> language, Switches switches) {
  public static final CallInfo UNKNOWN = new CallInfo("", "");

  /// A call of a line that leaves the language to the flow.
  public CallInfo(String from, String to) {
    this(from, to, Optional.empty(), Switches.NONE);
  }

  /// The same call of a line with a language of its own.
  public CallInfo in(Optional<String> other) {
    return new CallInfo(from, to, other, switches);
  }

  /// The same call with the switches as they stand.
  public CallInfo with(Switches now) {
    return new CallInfo(from, to, language, now);
  }
}
