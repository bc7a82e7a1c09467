package callflow.runtime.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class G711Test {
  private static byte[] allCodes() {
    var codes = new byte[256];
    for (int i = 0; i < 256; i++) codes[i] = (byte) i;
    return codes;
  }

  /// What the JDK's sound library makes of all 256 codes.
  private static short[] decodedByTheJdk(AudioFormat.Encoding encoding) throws IOException {
    var line = new AudioFormat(encoding, 8000, 8, 1, 1, 8000, false);
    var linear = new AudioFormat(8000, 16, 1, true, false);
    var codes = new AudioInputStream(new ByteArrayInputStream(allCodes()), line, 256);
    try (var decoded = AudioSystem.getAudioInputStream(linear, codes)) {
      return Sounds.samples(decoded.readAllBytes());
    }
  }

  @Test
  void all_mu_law_codes_are_decoded_as_the_jdk_decodes_them() throws IOException {
    short[] expected = decodedByTheJdk(AudioFormat.Encoding.ULAW);

    for (byte code : allCodes()) {
      assertThat(G711.fromMuLaw(code)).as("code %02x", code).isEqualTo(expected[code & 0xFF]);
    }
  }

  @Test
  void all_a_law_codes_are_decoded_as_the_jdk_decodes_them() throws IOException {
    short[] expected = decodedByTheJdk(AudioFormat.Encoding.ALAW);

    for (byte code : allCodes()) {
      assertThat(G711.fromALaw(code)).as("code %02x", code).isEqualTo(expected[code & 0xFF]);
    }
  }

  @Test
  void decoding_encoding_and_decoding_again_changes_nothing() {
    for (byte code : allCodes()) {
      short mu = G711.fromMuLaw(code);
      short a = G711.fromALaw(code);

      assertThat(G711.fromMuLaw(G711.toMuLaw(mu))).as("mu-law %02x", code).isEqualTo(mu);
      assertThat(G711.toALaw(a)).as("A-law %02x", code).isEqualTo(code);
    }
  }

  @Test
  void silence_and_the_loudest_samples_have_the_codes_of_the_standard() {
    assertThat(G711.toMuLaw(0)).isEqualTo((byte) 0xFF);
    assertThat(G711.toMuLaw(Short.MAX_VALUE)).isEqualTo((byte) 0x80);
    assertThat(G711.toMuLaw(Short.MIN_VALUE)).isEqualTo((byte) 0x00);
    assertThat(G711.toALaw(0)).isEqualTo((byte) 0xD5);
    assertThat(G711.toALaw(Short.MAX_VALUE)).isEqualTo((byte) 0xAA);
    assertThat(G711.toALaw(Short.MIN_VALUE)).isEqualTo((byte) 0x2A);
  }

  @Test
  void no_sample_is_moved_further_than_half_a_step() {
    for (int sample = -32_000; sample <= 32_000; sample++) {
      int half = Math.max(8, (Math.abs(sample) + 132) / 32 + 1);

      assertThat(Math.abs(G711.fromMuLaw(G711.toMuLaw(sample)) - sample)).isLessThanOrEqualTo(half);
      assertThat(Math.abs(G711.fromALaw(G711.toALaw(sample)) - sample)).isLessThanOrEqualTo(half);
    }
  }
}
