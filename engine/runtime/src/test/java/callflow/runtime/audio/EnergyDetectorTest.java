package callflow.runtime.audio;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyDetectorTest {
  private static final int LINE = 8000;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static short[] silence(int millis) {
    return Sounds.silence(LINE, millis);
  }

  private static short[] voice(int millis) {
    return Sounds.tone(LINE, 220, 3000, millis);
  }

  private static short[] noise(double level, int millis) {
    return Sounds.noise(LINE, level, millis, 42);
  }

  private static List<Speech> heard(short[]... parts) {
    return heard(new EnergyDetector(AudioFormat.MU_LAW, PAUSE), 160, parts);
  }

  private static List<Speech> heard(EnergyDetector detector, int chunk, short[]... parts) {
    byte[] sound = Sounds.muLaw(Sounds.joined(parts));
    var changes = new ArrayList<Speech>();
    for (int at = 0; at < sound.length; at += chunk) {
      int length = Math.min(chunk, sound.length - at);
      changes.addAll(detector.hear(ByteBuffer.wrap(sound, at, length)));
    }
    return changes;
  }

  private static Speech began(int millis) {
    return new Speech.Began(Duration.ofMillis(millis));
  }

  private static Speech ended(int millis) {
    return new Speech.Ended(Duration.ofMillis(millis));
  }

  @Test
  void silence_is_no_speech() {
    assertThat(heard(silence(5000))).isEmpty();
  }

  @Test
  void speech_begins_with_its_first_sound_and_ends_with_its_last() {
    assertThat(heard(silence(1000), voice(800), silence(1000)))
        .containsExactly(began(1000), ended(1800));
  }

  @Test
  void it_is_noticed_after_80_ms_and_after_the_pause() {
    var detector = new EnergyDetector(AudioFormat.MU_LAW, PAUSE);
    heard(detector, 160, silence(1000), voice(60));
    assertThat(detector.speaking()).isFalse();

    assertThat(heard(detector, 160, voice(20))).containsExactly(began(1000));
    assertThat(heard(detector, 160, silence(480))).isEmpty();
    assertThat(heard(detector, 160, silence(20))).containsExactly(ended(1080));
    assertThat(detector.speaking()).isFalse();
  }

  @Test
  void short_gaps_between_words_do_not_end_speech() {
    assertThat(heard(silence(400), voice(300), silence(400), voice(300), silence(600)))
        .containsExactly(began(400), ended(1400));
  }

  @Test
  void a_longer_pause_makes_two_utterances() {
    assertThat(heard(silence(400), voice(300), silence(600), voice(300), silence(600)))
        .containsExactly(began(400), ended(700), began(1300), ended(1600));
  }

  @Test
  void the_pause_can_be_set() {
    var patient = new EnergyDetector(AudioFormat.MU_LAW, Duration.ofMillis(1200));

    assertThat(heard(patient, 160, silence(400), voice(300), silence(1000), voice(300)))
        .containsExactly(began(400));
  }

  @Test
  void clicks_are_no_speech_and_do_not_lengthen_it() {
    short[] click = Sounds.tone(LINE, 1000, 20_000, 10);
    short[] crackle = Sounds.joined(silence(200), click, silence(190));

    assertThat(heard(crackle, crackle, crackle, crackle)).isEmpty();
    assertThat(heard(silence(400), voice(300), silence(300), click, silence(600)))
        .containsExactly(began(400), ended(700));
  }

  @Test
  void steady_noise_from_the_beginning_is_no_speech() {
    assertThat(heard(noise(300, 10_000))).isEmpty();
  }

  @Test
  void a_voice_is_heard_above_noise() {
    short[] street = noise(300, 5000);

    assertThat(heard(Sounds.sum(street, Sounds.joined(silence(2000), voice(800)))))
        .containsExactly(began(2000), ended(2800));
  }

  @Test
  void noise_that_sets_in_is_taken_for_speech_for_some_seconds_only() {
    var changes =
        heard(silence(2000), noise(500, 15_000), Sounds.sum(noise(500, 1000), voice(600)));

    assertThat(changes).hasSize(3);
    assertThat(((Speech.Ended) changes.get(1)).at()).isLessThan(Duration.ofSeconds(12));
    assertThat(((Speech.Began) changes.get(2)).at())
        .isBetween(Duration.ofMillis(16_980), Duration.ofMillis(17_040));
  }

  @Test
  void a_caller_who_speaks_at_once_is_heard() {
    assertThat(heard(voice(600), silence(600)).getFirst()).isInstanceOf(Speech.Began.class);
  }

  @Test
  void a_constant_offset_of_the_line_is_no_sound() {
    short[] offset = silence(2000);
    Arrays.fill(offset, (short) 4000);

    assertThat(heard(offset)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 159, 160, 1000, 100_000})
  void how_sound_is_cut_into_chunks_does_not_matter(int chunk) {
    var detector = new EnergyDetector(AudioFormat.MU_LAW, PAUSE);

    assertThat(heard(detector, chunk, silence(1000), voice(800), silence(1000)))
        .containsExactly(began(1000), ended(1800));
  }

  @ParameterizedTest
  @ValueSource(ints = {8000, 16_000, 22_050, 24_000, 44_100, 48_000})
  void linear_sound_of_any_rate_is_understood_in_base64_too(int rate) {
    var detector = new EnergyDetector(AudioFormat.pcm(rate), PAUSE);
    byte[] sound =
        Sounds.pcm(
            Sounds.joined(
                Sounds.silence(rate, 1000),
                Sounds.tone(rate, 220, 3000, 800),
                Sounds.silence(rate, 1000)));
    var base64 = ByteBuffer.wrap(Base64.getEncoder().encode(sound));

    assertThat(detector.hearBase64(base64)).containsExactly(began(1000), ended(1800));
  }
}
