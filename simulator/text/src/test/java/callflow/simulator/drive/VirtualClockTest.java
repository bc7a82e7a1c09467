package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Event;
import callflow.engine.call.TimerId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private final VirtualClock clock = new VirtualClock(START);

  @Test
  void what_is_due_first_comes_first_and_takes_the_time_with_it() {
    clock.start(TimerId.CALL, 1, Duration.ofMinutes(30));
    clock.start(TimerId.SILENCE, 1, Duration.ofSeconds(7));

    assertThat(clock.next()).contains(fired(7, TimerId.SILENCE));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(7));
  }

  @Test
  void what_is_due_at_the_same_moment_comes_in_the_order_it_was_planned() {
    clock.start(TimerId.RING, 1, Duration.ofSeconds(5));
    clock.start(TimerId.KEYS, 1, Duration.ofSeconds(5));

    assertThat(clock.next()).contains(fired(5, TimerId.RING));
    assertThat(clock.next()).contains(fired(5, TimerId.KEYS));
  }

  @Test
  void nothing_comes_after_the_end_that_was_asked_for() {
    clock.start(TimerId.SILENCE, 1, Duration.ofSeconds(7));

    assertThat(clock.next(START.plusSeconds(6))).isEmpty();
    assertThat(clock.now()).isEqualTo(START);
    assertThat(clock.next(START.plusSeconds(7))).isPresent();
  }

  @Test
  void a_cancelled_timer_never_goes_off() {
    clock.start(TimerId.SILENCE, 1, Duration.ofSeconds(7));
    clock.cancel(TimerId.SILENCE);

    assertThat(clock.next()).isEmpty();
  }

  @Test
  void a_timer_that_is_started_again_replaces_the_first() {
    clock.start(TimerId.SILENCE, 1, Duration.ofSeconds(7));
    clock.start(TimerId.SILENCE, 2, Duration.ofSeconds(9));

    assertThat(clock.due(TimerId.SILENCE)).contains(START.plusSeconds(9));
    assertThat(clock.next())
        .contains(new Event.TimerFired(START.plusSeconds(9), TimerId.SILENCE, 2));
    assertThat(clock.next()).isEmpty();
  }

  private static Event fired(int seconds, TimerId id) {
    return new Event.TimerFired(START.plusSeconds(seconds), id, 1);
  }
}
