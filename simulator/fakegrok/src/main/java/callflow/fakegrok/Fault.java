package callflow.fakegrok;

/// Something that goes wrong once, at the next occasion for it; see [Faults].
public enum Fault {
  /// The upgrade is refused with 503.
  REFUSED_CONNECTION,
  /// The socket is cut as soon as it is open, without a closing frame.
  DROPPED_AT_ONCE,
  /// The socket is cut after the first sound of a reply, without a closing frame.
  DROPPED_IN_REPLY,
  /// After the first sound of a reply nothing is sent any more; the socket stays open.
  MUTE_IN_REPLY,
  /// The set-up is acknowledged [FakeGrok.Settings#lateness] later.
  LATE_ACKNOWLEDGEMENT,
  /// The set-up works, but is never acknowledged.
  MISSING_ACKNOWLEDGEMENT,
  /// The set-up is refused for a tool's schema; what was in force stays in force.
  REFUSED_UPDATE,
  /// Every frame of a reply is sent twice.
  DUPLICATE_FRAMES,
  /// Neighbouring frames of sound change places throughout a reply.
  REORDERED_FRAMES,
  /// A reply is created, and then nothing follows until it is cancelled.
  STALLED_REPLY,
  /// A reply is spoken to its end, but never said to be done.
  VANISHING_REPLY,
  /// The final words of a caller's turn are sent twice.
  REPEATED_TRANSCRIPT,
  /// The final words of a caller's turn come after the reply was created.
  LATE_TRANSCRIPT,
  /// A caller's turn is committed twice, words and all.
  COMMITTED_TWICE,
  /// A truncated item is not acknowledged.
  IGNORED_TRUNCATION,
  /// Before a reply come an unknown event, broken JSON, a frame that is no object and a binary one.
  GARBAGE_FRAMES,
  /// Before a reply comes a frame of 2 MiB.
  HUGE_FRAME
}
