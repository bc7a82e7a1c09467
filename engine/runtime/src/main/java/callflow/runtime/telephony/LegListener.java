package callflow.runtime.telephony;

import callflow.engine.call.TransferOutcome;
import java.nio.ByteBuffer;

/// Hears what comes from the caller's side. Called on the carrier's threads; must return at once.
public interface LegListener {

  /// Sound of the caller.
  ///
  /// @param base64 from position to limit; valid only until this returns
  void audio(ByteBuffer base64);

  /// One key: `0` to `9`, `*`, `#`.
  void digit(char key);

  /// Everything before this mark has been heard, or was cleared.
  void markReached(String name);

  /// The media socket is gone and the caller may still be there; the carrier waits for it to come
  /// back and says [#hungUp] if it doesn't.
  void mediaLost();

  /// The media is there again; nothing is queued in it.
  void mediaBack();

  /// A transfer came out. Unless it was answered, the media has come back before.
  void transferEnded(TransferOutcome outcome);

  /// The caller is gone for good. The last thing that is heard.
  void hungUp();
}
