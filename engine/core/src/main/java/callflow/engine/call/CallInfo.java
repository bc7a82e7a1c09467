package callflow.engine.call;

/// What is known about a call before anybody speaks.
///
/// @param from the caller's number in E.164 form, empty when withheld
/// @param to the number that was called, empty when unknown
/// @param switches where they stood when the call came in
public record CallInfo(String from, String to, Switches switches) {
  public static final CallInfo UNKNOWN = new CallInfo("", "");

  public CallInfo(String from, String to) {
    this(from, to, Switches.NONE);
  }

  public CallInfo with(Switches now) {
    return new CallInfo(from, to, now);
  }
}
