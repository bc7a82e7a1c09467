package callflow.runtime.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Decides which of the service's replies the caller may hear.
///
/// A reply is judged once, when it begins; what comes late of a reply that was judged or stopped is
/// dropped. Called by the service's reading thread for every piece of sound, and by the call.
final class ReplyGate {
  private AudioBridge.Admission admission = AudioBridge.Admission.NONE;
  private final Deque<AudioBridge.Expected> expected = new ArrayDeque<>();
  private byte[] current = {};
  private boolean open;

  /// From now on these replies are let through; the one that is being heard stays as it is.
  synchronized void admit(AudioBridge.Admission which) {
    admission = which;
  }

  synchronized void expect(AudioBridge.Expected reply) {
    expected.add(reply);
  }

  synchronized boolean expects() {
    return !expected.isEmpty();
  }

  synchronized void forgetExpected() {
    expected.clear();
  }

  /// Replies nobody wants any more will not come now, if they have not come yet.
  synchronized void forgetOvertaken() {
    expected.removeIf(reply -> !reply.wanted());
  }

  /// What was asked for first has come, without a sound.
  synchronized Optional<AudioBridge.Expected> met() {
    return Optional.ofNullable(expected.poll());
  }

  /// The one that was asked for last will not come.
  synchronized void withdraw() {
    expected.pollLast();
  }

  /// A reply begins.
  ///
  /// @return whether we asked for it, and whether it is heard
  synchronized AudioBridge.Begun begin(String reply) {
    var ours = Optional.ofNullable(expected.poll());
    current = reply.getBytes(StandardCharsets.UTF_8);
    open =
        switch (admission) {
          case ALL -> ours.map(AudioBridge.Expected::wanted).orElse(true);
          case OURS -> ours.map(AudioBridge.Expected::wanted).orElse(false);
          case NONE -> false;
        };
    return new AudioBridge.Begun(ours, open);
  }

  /// Nothing more of the present reply is heard.
  synchronized void shut() {
    open = false;
  }

  /// Whether this piece of sound belongs to the reply that may be heard.
  synchronized boolean passes(ByteBuffer frame, int idStart, int idEnd) {
    if (!open || idEnd - idStart != current.length) return false;
    for (int i = 0; i < current.length; i++) {
      if (frame.get(idStart + i) != current[i]) return false;
    }
    return true;
  }
}
