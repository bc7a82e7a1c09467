package callflow.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private final List<String> heard = new ArrayList<>();

  private final FrameReader.Sink sink =
      new FrameReader.Sink() {
        @Override
        public void text(ByteBuffer message) {
          heard.add(StandardCharsets.UTF_8.decode(message).toString());
        }

        @Override
        public void ping(ByteBuffer payload) {
          heard.add("ping");
        }

        @Override
        public void goodbye(int code) {
          heard.add("goodbye " + code);
        }
      };

  @Test
  void however_the_bytes_are_cut_the_messages_are_the_same() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var sent = new ArrayList<String>();
      var bytes = new ByteArrayOutputStream();
      for (int i = 0; i < 20; i++) {
        var text = "x".repeat(random.nextInt(random.nextBoolean() ? 300 : 20_000)) + i;
        sent.add(text);
        bytes.writeBytes(Wire.frame(0x81, text));
      }
      heard.clear();

      feed(bytes.toByteArray(), random);

      assertThat(heard).as("seed %d", seed).isEqualTo(sent);
    }
  }

  private void feed(byte[] bytes, Random random) {
    var reader = new FrameReader(ServerLimits.DEFAULT);
    int at = 0;
    while (at < bytes.length) {
      var space = reader.space();
      assertThat(space.hasRemaining()).isTrue();
      int some = Math.min(bytes.length - at, 1 + random.nextInt(space.remaining()));
      space.put(bytes, at, some);
      at += some;
      assertThat(reader.drain(sink)).isZero();
    }
  }

  @Test
  void random_bytes_never_throw() {
    for (int seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var bytes = new byte[1 + random.nextInt(200)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) bytes[0] = (byte) 0x81;
      var reader = new FrameReader(ServerLimits.DEFAULT);

      reader.space().put(bytes);
      int code = reader.drain(sink);

      assertThat(code).as("seed %d", seed).isIn(0, 1002, 1003, 1009);
    }
  }
}
