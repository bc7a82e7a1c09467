package callflow.runtime.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callflow.value.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TranscoderTest {
  private static final AudioFormat GROK = AudioFormat.pcm(24_000);

  private static final byte[] SPEECH =
      Sounds.pcm(
          Sounds.sum(
              Sounds.tone(24_000, 440, 8000, 300), Sounds.noise(24_000, 1500, 300, 20_261_122)));

  private static ByteBuffer base64(byte[] bytes) {
    return ByteBuffer.wrap(Base64.getEncoder().encode(bytes));
  }

  @TestFactory
  Stream<DynamicTest> how_sound_is_cut_into_chunks_does_not_change_what_is_heard() {
    var targets = List.of(AudioFormat.MU_LAW, AudioFormat.A_LAW, AudioFormat.pcm(44_100));
    return targets.stream().map(to -> DynamicTest.dynamicTest(to.toString(), () -> uncut(to)));
  }

  private static void uncut(AudioFormat to) {
    byte[] whole = Sounds.converted(GROK, to, SPEECH, SPEECH.length);

    for (int chunk : List.of(1, 3, 7, 160, 959, 1921)) {
      assertThat(Sounds.converted(GROK, to, SPEECH, chunk)).as("by %d", chunk).isEqualTo(whole);
    }
  }

  @Test
  void base64_carries_the_same_sound_and_each_chunk_is_complete() {
    var transcoder = Transcoder.between(GROK, AudioFormat.MU_LAW);
    var out = new ByteArrayOutputStream();
    for (int at = 0; at < SPEECH.length; at += 101) {
      var chunk = base64(Arrays.copyOfRange(SPEECH, at, Math.min(at + 101, SPEECH.length)));
      out.writeBytes(decoded(transcoder.convertBase64(chunk)));
    }
    out.writeBytes(decoded(transcoder.finishBase64()));

    assertThat(out.toByteArray())
        .isEqualTo(Sounds.converted(GROK, AudioFormat.MU_LAW, SPEECH, SPEECH.length));
  }

  private static byte[] decoded(ByteBuffer base64) {
    return Base64.getDecoder().decode(Sounds.bytes(base64));
  }

  @Test
  void base64_that_is_none_ends_its_chunk_only() {
    var transcoder = Transcoder.between(AudioFormat.MU_LAW, AudioFormat.A_LAW);
    var broken = ByteBuffer.wrap("//8\"//".getBytes(StandardCharsets.UTF_8));

    assertThat(decoded(transcoder.convertBase64(broken))).hasSize(2);
    assertThat(decoded(transcoder.convertBase64(base64(new byte[160])))).hasSize(160);
  }

  @Test
  void what_comes_in_is_read_from_position_to_limit_and_not_changed() {
    var transcoder = Transcoder.between(AudioFormat.MU_LAW, AudioFormat.pcm(8000));
    var frame = ByteBuffer.allocateDirect(300).position(40).limit(200);

    var out = transcoder.convert(frame);

    assertThat(out.remaining()).isEqualTo(320);
    assertThat(frame.position()).isEqualTo(40);
    assertThat(frame.limit()).isEqualTo(200);
  }

  @Test
  void for_each_20_ms_that_go_in_20_ms_come_out_at_once() {
    var toGrok = Transcoder.between(AudioFormat.MU_LAW, GROK);
    var toLine = Transcoder.between(GROK, AudioFormat.MU_LAW);

    for (int frame = 0; frame < 10; frame++) {
      assertThat(toGrok.convert(ByteBuffer.wrap(new byte[160])).remaining()).isEqualTo(960);
      assertThat(toLine.convert(ByteBuffer.wrap(new byte[960])).remaining()).isEqualTo(160);
    }
  }

  @Test
  void silence_stays_silence() {
    byte[] quiet = Sounds.converted(GROK, AudioFormat.MU_LAW, new byte[9600], 960);

    assertThat(quiet).containsOnly(0xFF);
  }

  @Test
  void equal_formats_pass_the_very_same_buffer() {
    var transcoder = Transcoder.between(AudioFormat.MU_LAW, AudioFormat.MU_LAW);
    var frame = ByteBuffer.wrap(new byte[160]);

    assertThat(transcoder.isIdentity()).isTrue();
    assertThat(transcoder.convert(frame)).isSameAs(frame);
    assertThat(transcoder.convertBase64(frame)).isSameAs(frame);
    assertThat(transcoder.finish().hasRemaining()).isFalse();
    assertThat(Transcoder.between(AudioFormat.MU_LAW, AudioFormat.A_LAW).isIdentity()).isFalse();
  }

  @Test
  void buffers_are_used_again() {
    var transcoder = Transcoder.between(GROK, AudioFormat.MU_LAW);
    var first = transcoder.convert(ByteBuffer.wrap(new byte[9600]));

    for (int i = 0; i < 100; i++) {
      assertThat(transcoder.convert(ByteBuffer.wrap(new byte[960]))).isSameAs(first);
    }
  }

  @Test
  void what_was_broken_off_is_not_heard_in_what_comes_next() {
    var transcoder = Transcoder.between(GROK, AudioFormat.pcm(8000));
    transcoder.convert(ByteBuffer.wrap(SPEECH, 0, 4801));
    transcoder.clear();

    assertThat(Sounds.bytes(transcoder.convert(ByteBuffer.wrap(new byte[960])))).containsOnly(0);
  }

  @Test
  void a_stream_that_was_finished_begins_anew() {
    var transcoder = Transcoder.between(GROK, AudioFormat.MU_LAW);
    transcoder.convert(ByteBuffer.wrap(SPEECH));
    transcoder.finish();

    var again = Sounds.bytes(transcoder.convert(ByteBuffer.wrap(SPEECH)));

    assertThat(Sounds.converted(GROK, AudioFormat.MU_LAW, SPEECH, 960)).startsWith(again);
  }

  @Test
  void a_chunk_beyond_the_bound_of_our_sockets_is_refused() {
    var transcoder = Transcoder.between(AudioFormat.MU_LAW, AudioFormat.A_LAW);

    assertThat(transcoder.convert(ByteBuffer.allocate(1 << 20)).remaining()).isEqualTo(1 << 20);
    assertThatThrownBy(() -> transcoder.convert(ByteBuffer.allocate((1 << 20) + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
