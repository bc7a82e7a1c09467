package callflow.engine.call;

/// What the line tells about a call before anybody speaks.
///
/// @param from the caller's number in E.164 form, empty when withheld
/// @param to the number that was called, empty when unknown
public record CallInfo(String from, String to) {
  public static final CallInfo UNKNOWN = new CallInfo("", "");
}
