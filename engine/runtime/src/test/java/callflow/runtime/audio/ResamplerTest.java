package callflow.runtime.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import callflow.value.AudioFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  private static final List<Integer> RATES =
      List.of(8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);
  private static final double LOUD = 10_000;

  private static short[] changed(short[] samples, int from, int to) {
    byte[] out =
        Sounds.converted(AudioFormat.pcm(from), AudioFormat.pcm(to), Sounds.pcm(samples), 640);
    return Sounds.samples(out);
  }

  /// Away from where a sound begins and ends.
  private static short[] middle(short[] samples) {
    return Arrays.copyOfRange(samples, samples.length / 4, samples.length * 3 / 4);
  }

  /// How much softer a tone is after a change of rate.
  private static double decibels(double hertz, int from, int to) {
    short[] before = Sounds.tone(from, hertz, LOUD, 400);
    double after = Sounds.level(middle(changed(before, from, to)));
    return 20 * Math.log10(Math.max(after, 1e-3) / Sounds.level(before));
  }

  /// The largest difference to a tone of 1 kHz that comes `delay` seconds late.
  private static double error(short[] heard, int rate, double delay) {
    double error = 0;
    for (int i = heard.length / 4; i < heard.length * 3 / 4; i++) {
      double expected = LOUD * Math.sin(2 * Math.PI * 1000 * ((double) i / rate - delay));
      error = Math.max(error, Math.abs(heard[i] - expected));
    }
    return error;
  }

  @Test
  void a_tone_survives_the_way_to_24_kHz_and_back_and_comes_4_ms_late() {
    short[] before = Sounds.tone(8000, 1000, LOUD, 400);

    short[] after = changed(changed(before, 8000, 24_000), 24_000, 8000);

    assertThat(after.length).isBetween(before.length, before.length + 5 * 8);
    assertThat(error(after, 8000, 2 * 47 / 24_000.0)).isLessThan(LOUD / 1000);
  }

  @TestFactory
  Stream<DynamicTest> a_tone_survives_between_any_two_rates() {
    return RATES.stream()
        .flatMap(from ->
            RATES.stream()
                .filter(to -> !to.equals(from))
                .map(to -> DynamicTest.dynamicTest(from + " to " + to, () -> survives(from, to))));
  }

  private static void survives(int from, int to) {
    short[] before = Sounds.tone(from, 1000, LOUD, 400);

    short[] after = changed(before, from, to);

    double delay = 16.0 / Math.min(from, to);
    double step = 1 / ((double) to * from / gcd(from, to));
    assertThat(error(after, to, delay - step)).isLessThan(LOUD / 500);
    double sounded = (double) before.length / from + delay;
    assertThat((double) after.length / to).isCloseTo(sounded, within(0.0003));
  }

  private static int gcd(int one, int other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  @ParameterizedTest
  @CsvSource({"24000, 5000", "24000, 7900", "24000, 11000", "16000, 5000", "48000, 20000"})
  void what_8_kHz_cannot_carry_is_gone_there(int rate, double hertz) {
    assertThat(decibels(hertz, rate, 8000)).isLessThan(-60);
  }

  @Test
  void speech_keeps_its_treble_up_to_3400_Hz() {
    assertThat(decibels(3000, 24_000, 8000)).isCloseTo(0, within(0.1));
    assertThat(decibels(3400, 24_000, 8000)).isCloseTo(-0.9, within(0.3));
    assertThat(decibels(3000, 8000, 24_000)).isCloseTo(0, within(0.1));
  }

  @Test
  void the_loudest_sound_is_cut_and_does_not_wrap_around() {
    short[] square = Sounds.silence(8000, 100);
    for (int i = 0; i < square.length; i++) square[i] = (short) (i / 8 % 2 == 0 ? 32767 : -32768);

    short[] after = changed(square, 8000, 24_000);

    for (int i = 60; i < after.length - 60; i++) {
      assertThat(Math.abs(after[i] - after[i - 1])).isLessThan(35_000);
    }
  }
}
