package callflow.runtime.telephony;

import callflow.engine.call.CallInfo;
import callflow.program.TransferDef;
import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The caller's side of one call. Never blocks; callable from any thread; orders to a leg that is
/// gone do nothing.
///
/// A leg outlives its media socket: while that is away, sound and marks are dropped.
public interface CallLeg {
  CallInfo info();

  /// How sound travels, both ways.
  AudioFormat audio();

  /// Plays sound after what is queued already.
  ///
  /// @param base64 from position to limit; it is copied before this returns
  void play(ByteBuffer base64);

  /// Asks to be told when everything played before it has been heard; see
  /// [LegListener#markReached]. Marks of cleared sound come back, too.
  void mark(String name);

  /// Drops what has not been heard yet (the caller barged in).
  void clearPlayback();

  /// Hands the caller over. The media goes away; [LegListener#transferEnded] says how it came out,
  /// and if the caller is still ours the media comes back first.
  void transfer(TransferOrder order);

  /// Ends the call.
  ///
  /// @param unsaid sentences the voice service could not speak any more; the carrier speaks them
  ///   first if it can
  void hangUp(List<String> unsaid);

  /// A transfer to be made.
  ///
  /// @param to an E.164 number or a `sip:` address
  /// @param unsaid as in [#hangUp]
  /// @param callerId the number the person who answers sees; the carrier's own when empty
  record TransferOrder(
      String to,
      TransferDef.Mode mode,
      Duration ring,
      List<String> unsaid,
      Optional<String> callerId) {
    public TransferOrder {
      unsaid = List.copyOf(unsaid);
    }
  }
}
