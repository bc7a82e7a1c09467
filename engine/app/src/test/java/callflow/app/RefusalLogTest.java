package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.runtime.telephony.Pulse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
  private final TreeMap<String, Long> counts = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Runnable> beats = new ArrayList<>();
  private final Pulse pulse =
      new Pulse() {
        @Override
        public long nanos() {
          return 0;
        }

        @Override
        public Beat every(Duration period, Runnable task) {
          beats.add(task);
          return beats::clear;
        }
      };
  private final RefusalLog log = RefusalLog.of(() -> new TreeMap<>(counts), pulse, lines::add);

  @Test
  void a_line_tells_what_was_refused_since_the_last_one() {
    counts.put("twilio-forged", 3L);
    counts.put("http-no-route", 1L);
    beats.forEach(Runnable::run);
    counts.put("twilio-forged", 5L);
    beats.forEach(Runnable::run);

    assertThat(lines)
        .containsExactly(
            "refused or dropped: http-no-route 1, twilio-forged 3",
            "refused or dropped: twilio-forged 2");
  }

  @Test
  void where_nothing_was_refused_nothing_is_told() {
    counts.put("twilio-forged", 3L);
    for (int i = 0; i < 10; i++) beats.forEach(Runnable::run);

    assertThat(lines).hasSize(1);
  }

  @Test
  void the_end_tells_the_rest() {
    counts.put("twilio-forged", 3L);

    log.close();

    assertThat(lines).hasSize(1);
    assertThat(beats).isEmpty();
  }
}
