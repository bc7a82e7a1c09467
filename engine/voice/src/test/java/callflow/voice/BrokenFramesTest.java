package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.voice.AudioFrames.Place;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFramesTest {
  private static final List<VoiceDialect> DIALECTS =
      List.of(new RealtimeDialect(), new VoiceAgentDialect());

  @ParameterizedTest
  @ValueSource(strings = {"realtime", "seed"})
  void no_broken_frame_breaks_a_dialect(String session) {
    var frames = MadeUpSessions.byServer(session);
    for (int seed = 0; seed < 10_000; seed++) {
      String frame = frames.get(seed % frames.size()).json();
      String broken = new RandomFrames(seed).mutated(frame);
      for (var dialect : DIALECTS) {
        assertThat(dialect.decode(broken)).as("seed " + seed).isNotEmpty();
        dialect.audio().find(ByteBuffer.wrap(broken.getBytes(UTF_8)), new Place());
      }
    }
  }

  @Test
  void no_broken_schema_breaks_its_reading() {
    for (int seed = 0; seed < 5_000; seed++) {
      String schema = JsonSchema.json(new RandomTypes(seed).struct(2));

      assertThat(SchemaReading.struct(new RandomFrames(seed).mutated(schema))).isNotNull();
      assertThat(SchemaReading.function(new RandomFrames(seed).mutated(schema))).isNotNull();
    }
  }
}
