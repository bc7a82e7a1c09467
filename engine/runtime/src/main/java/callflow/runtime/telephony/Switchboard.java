package callflow.runtime.telephony;

import callflow.engine.call.CallInfo;

/// Decides whether a call may come in. Callable from any thread; answers at once.
public interface Switchboard {
  Admission admit(CallInfo call);

  sealed interface Admission {
    /// There is a place for it.
    record Welcome(Seat seat) implements Admission {}

    /// All places are taken, or we are about to close.
    ///
    /// @param sentence what the caller is told
    record Full(String sentence) implements Admission {}

    /// No line has this number.
    record UnknownNumber() implements Admission {}
  }

  /// The place of one admitted call.
  interface Seat {
    /// The caller's media is there for the first time: the call begins. At most once.
    LegListener connected(CallLeg leg);

    /// The media never came; the place is free again.
    void abandoned();
  }
}
