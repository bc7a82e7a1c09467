package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.voice.AudioFrames.Place;
import callflow.voice.VoiceSignal.ReplyAudio;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFramesTest {
  private static final RealtimeDialect REALTIME = new RealtimeDialect();
  private static final VoiceAgentDialect VOICE_AGENT = new VoiceAgentDialect();

  @Test
  void sound_of_whole_sessions_is_found_where_reading_finds_it() {
    for (var sent : MadeUpSessions.byServer("realtime")) {
      assertThat(found(REALTIME, sent.json())).isEqualTo(read(REALTIME, sent.json()));
    }
    for (var sent : MadeUpSessions.byServer("seed")) {
      assertThat(found(VOICE_AGENT, sent.json())).isEqualTo(read(VOICE_AGENT, sent.json()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'response.output_audio.delta','response_id':'r','item_id':'i','delta':'AA=='}",
        "{'delta':'AA==','item_id':'i','response_id':'r','type':'response.audio.delta'}",
        " \\n{ 'delta' : 'AA==' ,\\t'item_id':'i','response_id':'r','type':'response.audio.delta'}"
            + " ",
        "{'type':'response.audio.delta','x':{'delta':'no','type':7},'response_id':'r','item_id':'i','delta':'AA=='}",
        "{'type':'response.audio.delta','x':'\\\"delta\\\":\\\"no','response_id':'r','item_id':'i','delta':'AA=='}",
        "{'type':'response.audio.delta','x':[[],{},'}',-1.5e+3,true,null],'response_id':'r','item_id':'i','delta':'AA=='}",
        "{'type':'response.audio.delta','ä':'ü€','response_id':'r','item_id':'i','delta':'AA=='}"
      })
  void sound_is_found_wherever_its_key_stands(String frame) {
    assertThat(found(REALTIME, quoted(frame))).contains(new ReplyAudio("r", "i", "AA=="));
    assertThat(read(REALTIME, quoted(frame))).contains(new ReplyAudio("r", "i", "AA=="));
  }

  @Test
  void a_frame_without_ids_has_empty_ones() {
    assertThat(found(REALTIME, quoted("{'type':'response.audio.delta','delta':''}")))
        .contains(new ReplyAudio("", "", ""));
    assertThat(found(VOICE_AGENT, quoted("{'audio':'AA==','type':'audio.delta','item_id':'i'}")))
        .contains(new ReplyAudio("", "", "AA=="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}",
        "null",
        "[{'type':'response.audio.delta','delta':'AA=='}]",
        "{'type':'response.audio.delta'}",
        "{'delta':'AA=='}",
        "{'type':'response.output_audio_transcript.delta','delta':'AA=='}",
        "{'type':'response.audio.delta.x','delta':'AA=='}",
        "{'type':['response.audio.delta'],'delta':'AA=='}",
        "{'x':{'type':'response.audio.delta','delta':'AA=='}}",
        "{'type':'response.audio.delta','x':{'delta':'AA=='}}",
        "{'type':'response.audio.delta','delta':{'delta':'AA=='}}",
        "{'type':'response.audio.delta','delta':null}",
        "{'type':'response.audio.delta','delta':'AA=='",
        "{'type':'response.audio.delta','delta':'AA==',}",
        "{'type':'response.audio.delta','delta':'AA=='}}",
        "{'type':'response.audio.delta','delta':'AA=='} {}",
        "{'type':'response.audio.delta' 'delta':'AA=='}",
        "{'type':'response.audio.delta','delta':'AA==','x':01}",
        "{'type':'response.audio.delta','delta':'AA==','x':tru}",
        "{'type':'response.audio.delta','delta':'AA==','x':'\\q'}",
        "{'type':'response.audio.delta','delta':'AA==','x':'\\u12g4'}",
        "{'type':'response.audio.delta','delta':'A\nA='}",
        "{'type':'response.audio.delta','delta':'A A='}"
      })
  void what_is_not_clearly_sound_is_left_to_reading(String frame) {
    assertThat(found(REALTIME, quoted(frame))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'response.audio.delta','response_id':'r','item_id':'i','delta':'\\/w=='}",
        "{'type':'response.audio.delt\\u0061','response_id':'r','item_id':'i','delta':'/w=='}",
        "{'type':'response.audio.delta','response_id':'r','item_id':'i','d\\u0065lta':'/w=='}",
        "{'type':'response.audio.delta','response_id':'\\u0072','item_id':'i','delta':'/w=='}",
        "{'type':'response.audio.delta','response_id':'r','item_id':'i','delta':'no','delta':'/w=='}",
        "{'type':'other','response_id':'r','item_id':'i','type':'response.audio.delta','delta':'/w=='}"
      })
  void unusual_sound_is_found_by_reading(String frame) {
    assertThat(found(REALTIME, quoted(frame))).isEmpty();
    assertThat(read(REALTIME, quoted(frame))).contains(new ReplyAudio("r", "i", "/w=="));
  }

  @Test
  void nesting_beyond_all_reason_is_not_followed() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(found(REALTIME, quoted("{'type':'response.audio.delta','x':" + deep + "}")))
        .isEmpty();
  }

  @Test
  void a_frame_may_lie_anywhere_in_a_buffer_and_none_is_moved() {
    byte[] frame = quoted("{'type':'audio.delta','audio':'AA=='}").getBytes(UTF_8);
    var buffer = ByteBuffer.allocateDirect(frame.length + 20).position(7).put(frame);
    buffer.flip().position(7);
    var place = new Place();

    assertThat(VOICE_AGENT.audio().find(buffer, place)).isTrue();
    assertThat(buffer.position()).isEqualTo(7);
    assertThat(buffer.limit()).isEqualTo(frame.length + 7);
    assertThat(text(buffer, place.audioStart, place.audioEnd)).isEqualTo("AA==");
  }

  @Test
  void in_random_frames_the_scan_and_the_reading_agree() {
    int found = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      byte[] bytes = new RandomFrames(seed).audioLike().getBytes(UTF_8);
      String frame = new String(bytes, UTF_8);
      var scanned = found(REALTIME, frame);
      if (scanned.isEmpty()) continue;
      found++;
      assertThat(read(REALTIME, frame)).as("seed %d: %s", seed, frame).isEqualTo(scanned);
    }

    assertThat(found).isGreaterThan(2_000);
  }

  @Test
  void looking_for_sound_allocates_nothing() {
    var frames =
        MadeUpSessions.byServer("realtime").stream()
            .map(sent -> ByteBuffer.wrap(sent.json().getBytes(UTF_8)))
            .toArray(ByteBuffer[]::new);
    var place = new Place();
    long warm = scan(frames, place, 20_000);

    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long sound = scan(frames, place, 100_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(warm).isPositive();
    assertThat(sound).isGreaterThan(warm);
    assertThat(allocated).isLessThan(10_000);
  }

  private static long scan(ByteBuffer[] frames, Place place, int times) {
    long sound = 0;
    for (int i = 0; i < times; i++) {
      if (REALTIME.audio().find(frames[i % frames.length], place)) {
        sound += place.audioEnd - place.audioStart;
      }
    }
    return sound;
  }

  private static Optional<ReplyAudio> found(VoiceDialect dialect, String frame) {
    var buffer = ByteBuffer.wrap(frame.getBytes(UTF_8));
    var place = new Place();
    return dialect.audio().find(buffer, place)
        ? Optional.of(
            new ReplyAudio(
                text(buffer, place.replyStart, place.replyEnd),
                text(buffer, place.itemStart, place.itemEnd),
                text(buffer, place.audioStart, place.audioEnd)))
        : Optional.empty();
  }

  private static Optional<ReplyAudio> read(VoiceDialect dialect, String frame) {
    List<VoiceSignal> signals = dialect.decode(frame);
    return signals.getFirst() instanceof ReplyAudio audio ? Optional.of(audio) : Optional.empty();
  }

  private static String text(ByteBuffer buffer, int start, int end) {
    byte[] bytes = new byte[end - start];
    buffer.get(start, bytes);
    return new String(bytes, UTF_8);
  }

  private static String quoted(String frame) {
    return frame.replace('\'', '"').replace("\\n", "\n").replace("\\t", "\t");
  }
}
