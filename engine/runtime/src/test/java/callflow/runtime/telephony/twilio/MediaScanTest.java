package callflow.runtime.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.runtime.server.Socket;
import callflow.runtime.telephony.twilio.MediaScan.Found;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MediaScanTest {
  private static final int FRAMES = 10_000;

  /// A few kilobytes for the measuring itself; one object a frame would be 160,000.
  private static final long NEXT_TO_NOTHING = 20_000;

  private final MediaScan scan = new MediaScan(MediaStream.SID);

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private Found look(String text) {
    return scan.scan(bytes(text));
  }

  private String payload(String text) {
    return text.substring(scan.payloadStart(), scan.payloadEnd());
  }

  @Test
  void the_payload_is_found_in_whatever_order_and_layout_the_fields_stand() {
    var usual = MediaStream.media(4, "ab+/");
    var unusual =
        """
         { "streamSid" : "%s" , "extra" : [ 1, {"a":"x } ]"}, null, true, 150 ],
           "media" : { "payload" : "ab+/", "extra":{}, "track" : "inbound" } ,
           "sequenceNumber" : "4", "event" : "media" }
        """
            .formatted(MediaStream.SID);

    for (var frame : new String[] {usual, unusual}) {
      assertThat(look(frame)).as(frame).isEqualTo(Found.SOUND);
      assertThat(payload(frame)).isEqualTo("ab+/");
      assertThat(scan.sequence()).isEqualTo(4);
    }
  }

  @Test
  void sound_of_another_stream_or_track_and_what_is_no_base64_is_bad() {
    var right = MediaStream.media(4, "ab+/");

    assertThat(look(right.replace("inbound", "outbound"))).isEqualTo(Found.BAD);
    assertThat(look(right.replace(MediaStream.SID, "MZ1"))).isEqualTo(Found.BAD);
    for (var payload : new String[] {"", "abc", "ab-_", "a===", "=abc", "ab<>", "äab="}) {
      assertThat(look(MediaStream.media(4, payload))).as(payload).isEqualTo(Found.BAD);
    }
    assertThat(look(MediaStream.media(4, "A".repeat(8192)))).isEqualTo(Found.SOUND);
    assertThat(look(MediaStream.media(4, "A".repeat(8196)))).isEqualTo(Found.BAD);
  }

  @Test
  void everything_else_is_left_to_the_slower_reader() {
    var right = MediaStream.media(4, "ab+/");

    for (int cut = 0; cut < right.length(); cut++) {
      assertThat(look(right.substring(0, cut))).isEqualTo(Found.OTHER);
    }
    assertThat(look(right + "x")).isEqualTo(Found.OTHER);
    assertThat(look(MediaStream.media(4, "ab\\/+"))).isEqualTo(Found.OTHER);
    assertThat(look("{\"event\":\"stop\",\"streamSid\":\"MZ1\"}")).isEqualTo(Found.OTHER);
    assertThat(look("{\"event\":\"media\",\"x\":" + "[".repeat(40_000))).isEqualTo(Found.OTHER);
  }

  @Test
  void an_escaped_slash_is_read_by_the_slower_reader() {
    var event = MediaEvents.read(bytes(MediaStream.media(4, "ab\\/+")));

    assertThat(event).isEqualTo(new MediaEvent.Sound(MediaStream.SID, bytes("ab/+")));
  }

  @Test
  void what_the_scan_calls_sound_the_slower_reader_calls_the_same_sound() {
    var right = MediaStream.media(4, "ab+/");
    int sounds = 0;
    for (int seed = 0; seed < 50_000; seed++) {
      var random = new Random(seed);
      var frame = right.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(3); i >= 0; i--) {
        frame[random.nextInt(frame.length)] = (byte) " \"{}[]:,\\0aM+/=".charAt(random.nextInt(15));
      }
      var message = ByteBuffer.wrap(frame);
      if (scan.scan(message) != Found.SOUND) continue;
      sounds++;
      var text = new String(frame, StandardCharsets.UTF_8);
      assertThat(MediaEvents.read(message))
          .as("seed %d: %s", seed, text)
          .isEqualTo(new MediaEvent.Sound(MediaStream.SID, bytes(payload(text))));
    }
    assertThat(sounds).isGreaterThan(1_000);
  }

  @Test
  void random_frames_never_throw() {
    for (int seed = 0; seed < 50_000; seed++) {
      var random = new Random(seed);
      var frame = new byte[random.nextInt(60)];
      for (int i = 0; i < frame.length; i++) {
        frame[i] = (byte) "{}[]\":,\\aem1 \n\u00fe".charAt(random.nextInt(15));
      }
      scan.scan(ByteBuffer.wrap(frame));
      MediaEvents.read(ByteBuffer.wrap(frame));
    }
  }

  /// Counts what it is given and keeps nothing.
  private static final class Sink implements Socket {
    private long bytes;

    @Override
    public boolean sendText(byte[] head, ByteBuffer middle, byte[] tail) {
      bytes += head.length + middle.remaining() + tail.length;
      return true;
    }

    @Override
    public boolean sendText(byte[] message) {
      bytes += message.length;
      return true;
    }

    @Override
    public void close(int code) {
      throw new AssertionError("closed with " + code);
    }
  }

  @Test
  void ten_thousand_frames_in_and_out_allocate_next_to_nothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var frame = bytes(MediaStream.media(4, "ab+/".repeat(54)));
    int end = frame.limit();
    var frames = new MediaFrames(MediaStream.SID);
    var sink = new Sink();
    relay(frame, end, frames, sink);

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < FRAMES; i++) relay(frame, end, frames, sink);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated).isLessThan(NEXT_TO_NOTHING);
    assertThat(sink.bytes).isGreaterThan(216L * FRAMES);
  }

  private void relay(ByteBuffer frame, int end, MediaFrames frames, Socket to) {
    frame.position(0).limit(end);
    if (scan.scan(frame) != Found.SOUND) throw new AssertionError("no sound");
    frame.limit(scan.payloadEnd()).position(scan.payloadStart());
    frames.sound(frame, to);
  }
}
