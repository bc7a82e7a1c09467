package callflow.fakegrok;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.Ear.Utterance;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AudibleTextTest {
  private static final String SENTENCE = "Grüß Gott, your order 4711 is on its way. 你好 🙂";

  @Test
  void what_was_said_is_heard_from_pieces_of_any_length() {
    byte[] sound = AudibleText.encode(SENTENCE, 3);

    for (long seed = 1; seed <= 50; seed++) {
      var ear = new Ear();
      var random = new Random(seed);
      for (int from = 0; from < sound.length; ) {
        int to = Math.min(sound.length, from + 1 + random.nextInt(400));
        ear.hear(sound, from, to);
        from = to;
      }
      assertThat(ear.utterances())
          .as("seed %s", seed)
          .containsExactly(new Utterance(SENTENCE, true, true));
      assertThat(ear.damages()).isZero();
    }
  }

  @Test
  void sound_lasts_as_long_as_the_text_takes() {
    assertThat(AudibleText.encode("twenty characters ok", 30)).hasSize(600 * 8);
    assertThat(AudibleText.encode("twenty characters ok", 1)).hasSize(20 * 8);
    assertThat(AudibleText.encode("", 30)).isEmpty();
  }

  @Test
  void silence_between_utterances_is_not_heard() {
    var ear = new Ear();

    ear.hear(AudibleText.encode("First.", 30));
    ear.hear(silence(1_234));
    ear.hear(AudibleText.encode("Second.", 30));

    assertThat(ear.text()).isEqualTo("First. Second.");
    assertThat(ear.damages()).isZero();
  }

  @Test
  void sentence_cut_short_is_known_to_be_unfinished_but_not_damaged() {
    byte[] sound = AudibleText.encode("I was about to say something", 10);
    var ear = new Ear();

    ear.hear(sound, 0, sound.length / 2);
    ear.hear(silence(400));

    var heard = ear.utterances().getFirst();
    assertThat(heard.words()).startsWith("I was about").doesNotEndWith("something");
    assertThat(heard.ended()).isFalse();
    assertThat(heard.intact()).isTrue();
  }

  @Test
  void lost_doubled_and_swapped_frames_are_noticed() {
    byte[] sound = AudibleText.encode("one two three four five", 10);

    assertThat(heard(frames(sound, 0, 1, 3, 4)).damages()).isPositive();
    assertThat(heard(frames(sound, 0, 1, 1, 2)).damages()).isPositive();
    assertThat(heard(frames(sound, 0, 2, 1, 3)).damages()).isPositive();
    assertThat(heard(frames(sound, 0, 1, 2, 3)).damages()).isZero();
  }

  @Test
  void frame_torn_in_its_text_is_noticed_and_the_next_one_is_heard() {
    byte[] torn = Arrays.copyOf(AudibleText.encode("torn to pieces", 1), 12);
    var ear = new Ear();

    ear.hear(torn);
    ear.hear(AudibleText.encode("whole", 1));

    assertThat(ear.text()).isEqualTo("whole");
    assertThat(ear.damages()).isEqualTo(1);
  }

  @Test
  void any_bytes_are_listened_to_without_harm() {
    var random = new Random(7);
    var ear = new Ear();
    var noise = new byte[200_000];
    random.nextBytes(noise);

    ear.hear(noise);
    ear.hear(new byte[] {1, (byte) 0x81, 2, (byte) 0x82, 0, 0, 0, (byte) 0xFF});

    assertThat(ear.damages()).isPositive();
  }

  @Test
  void every_frame_is_loud_enough_for_a_detector_of_speech() {
    byte[] sound = AudibleText.encode("mmmmmmmmmm nnnnnnnnn ~~~~~~~~~~ zzzz", 1);
    for (var kind : new SoundFormat.Kind[] {SoundFormat.Kind.MULAW, SoundFormat.Kind.ALAW}) {
      var format = new SoundFormat(kind, 8000);
      for (int from = 0; from < sound.length; from += 160) {
        assertThat(format.loudness(sound, from, from + 160)).isGreaterThan(2_000);
      }
    }
  }

  @Test
  void linear_samples_of_any_rate_carry_the_same_words() {
    byte[] mulaw = AudibleText.encode(SENTENCE, 5);
    for (int rate : new int[] {8000, 16000, 22050, 24000, 44100, 48000}) {
      var format = new SoundFormat(SoundFormat.Kind.PCM, rate);
      byte[] pcm = format.write(mulaw);
      var reader = format.reader();
      var ear = new Ear();

      for (int from = 0; from < pcm.length; from += 333) {
        ear.hear(reader.read(Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + 333))));
      }

      assertThat(pcm).as("rate %s", rate).hasSize((int) (mulaw.length * 2L * rate / 8000));
      assertThat(ear.utterances())
          .as("rate %s", rate)
          .containsExactly(new Utterance(SENTENCE, true, true));
    }
  }

  @Test
  void telephone_sound_survives_being_decoded_and_encoded() {
    for (int code = 0; code < 256; code++) {
      if (code == 0x7F) continue; // A second zero, never used here.
      assertThat(G711.toMulaw(G711.fromMulaw((byte) code))).isEqualTo((byte) code);
    }
    assertThat(G711.fromMulaw((byte) 0x00)).isEqualTo(-32124);
    assertThat(G711.fromAlaw((byte) 0xD5)).isEqualTo(8);
  }

  private static Ear heard(byte[] sound) {
    var ear = new Ear();
    ear.hear(sound);
    return ear;
  }

  private static byte[] frames(byte[] sound, int... order) {
    var chosen = new byte[order.length * 160];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(sound, order[i] * 160, chosen, i * 160, 160);
    }
    return chosen;
  }

  private static byte[] silence(int bytes) {
    var silence = new byte[bytes];
    Arrays.fill(silence, (byte) 0xFF);
    return silence;
  }
}
