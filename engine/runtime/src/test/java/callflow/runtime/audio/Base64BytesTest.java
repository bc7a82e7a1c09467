package callflow.runtime.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64BytesTest {
  @Test
  void bytes_of_any_length_are_written_and_read_as_the_jdk_does_it() {
    var random = new Random(64);
    for (int length = 0; length < 300; length++) {
      var bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] expected = Base64.getEncoder().encode(bytes);

      var text = new byte[Base64Bytes.encodedLength(length)];
      Base64Bytes.encode(bytes, length, text);
      var back = new byte[Base64Bytes.mostDecoded(text.length)];
      int end = Base64Bytes.decode(ByteBuffer.wrap(expected), back, 0);

      assertThat(text).isEqualTo(expected);
      assertThat(Arrays.copyOf(back, end)).isEqualTo(bytes);
    }
  }

  @Test
  void text_without_padding_is_read_too() {
    var back = new byte[3];

    int end = Base64Bytes.decode(ByteBuffer.wrap(new byte[] {'/', '/', '8'}), back, 0);

    assertThat(Arrays.copyOf(back, end)).containsExactly(0xFF, 0xFF);
  }
}
