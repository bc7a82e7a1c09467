package callflow.runtime.audio;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.runtime.telephony.CallLeg;
import callflow.value.AudioFormat;
import callflow.voice.AudioFrames;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudioBridgeTest {
  private static final int FRAMES = 10_000;

  /// Some small objects; a copy of the frame alone would be more.
  private static final long MOST_BYTES_A_FRAME = 96;

  private final CountingLeg leg = new CountingLeg();
  private final AudioBridge bridge =
      new AudioBridge(leg, () -> 0L, AudioFormat.MU_LAW, Optional.empty());

  @Test
  void a_callers_frame_is_passed_on_without_a_copy() {
    var frame = ByteBuffer.wrap(base64());
    var count = new long[1];
    bridge.release(sound -> count[0] += sound.remaining());

    long each = bytesAFrame(() -> bridge.fromCaller(frame));

    assertThat(count[0]).isEqualTo(2L * FRAMES * frame.remaining());
    assertThat(each).as("bytes allocated for a frame of the caller").isLessThan(MOST_BYTES_A_FRAME);
  }

  @Test
  void a_frame_of_the_service_is_passed_on_without_a_copy() {
    var frame = ByteBuffer.allocate(512).put("r1i1".getBytes(StandardCharsets.US_ASCII));
    frame.put(base64()).flip();
    var place = place(frame);
    bridge.admit(AudioBridge.Admission.ALL);
    bridge.begin("r1");

    long each = bytesAFrame(() -> bridge.fromService(frame, place));

    assertThat(leg.played).isEqualTo(2L * FRAMES * (frame.remaining() - 4));
    assertThat(each)
        .as("bytes allocated for a frame of the service")
        .isLessThan(MOST_BYTES_A_FRAME);
  }

  @Test
  void sound_of_a_reply_that_was_cut_off_is_dropped() {
    var frame = ByteBuffer.allocate(512).put("r1i1".getBytes(StandardCharsets.US_ASCII));
    frame.put(base64()).flip();
    bridge.admit(AudioBridge.Admission.ALL);
    bridge.begin("r1");
    bridge.fromService(frame, place(frame));
    long played = leg.played;

    bridge.cutOff();
    bridge.fromService(frame, place(frame));

    assertThat(leg.played).isEqualTo(played);
    assertThat(bridge.dropped()).isEqualTo(1);
  }

  private static byte[] base64() {
    return Base64.getEncoder().encode(new byte[160]);
  }

  private static AudioFrames.Place place(ByteBuffer frame) {
    var place = new AudioFrames.Place();
    place.replyEnd = 2;
    place.itemStart = 2;
    place.itemEnd = 4;
    place.audioStart = 4;
    place.audioEnd = frame.limit();
    return place;
  }

  /// Once to warm up, once measured.
  private static long bytesAFrame(Runnable frame) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < FRAMES; i++) frame.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < FRAMES; i++) frame.run();
    return (threads.getCurrentThreadAllocatedBytes() - before) / FRAMES;
  }

  private static final class CountingLeg implements CallLeg {
    private long played;

    @Override
    public CallInfo info() {
      return CallInfo.UNKNOWN;
    }

    @Override
    public AudioFormat audio() {
      return AudioFormat.MU_LAW;
    }

    @Override
    public void play(ByteBuffer base64) {
      played += base64.remaining();
    }

    @Override
    public void mark(String name) {}

    @Override
    public void clearPlayback() {}

    @Override
    public void transfer(TransferOrder order) {}

    @Override
    public void hangUp(List<String> unsaid) {}
  }
}
