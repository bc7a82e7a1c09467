package callflow.connector.operation;

import static callflow.connector.operation.Sample.invocation;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.ToolResult.Unknown;
import callflow.value.Value;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DispatchTest {
  private static final Attempt DONE = Attempt.done(Value.Fields.NONE);
  private static final Attempt LOST = new Attempt.Lost(Kind.UNREACHABLE, "lost");
  private static final Attempt SLOW = new Attempt.Lost(Kind.TIMEOUT, "slow");
  private static final Attempt AWAY = new Attempt.NeverSent(Kind.UNREACHABLE, "away");

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicLong clock = new AtomicLong();
  private final Dispatch dispatch = new Dispatch(new ConnectorName("billing"), clock::get);

  @Test
  void a_look_up_whose_connection_broke_is_sent_once_more() throws Exception {
    assertThat(send(reads(), LOST, DONE)).isEqualTo(new Done(Value.Fields.NONE));
    assertThat(sent).hasValue(2);
  }

  @Test
  void nothing_is_sent_a_third_time() throws Exception {
    assertThat(send(reads(), LOST, LOST, DONE))
        .isEqualTo(new Broken(Kind.UNREACHABLE, "lost", true));
    assertThat(sent).hasValue(2);
  }

  @Test
  void a_look_up_that_was_too_slow_is_not_sent_again() throws Exception {
    assertThat(send(reads(), SLOW, DONE)).isEqualTo(new Broken(Kind.TIMEOUT, "slow", true));
    assertThat(sent).hasValue(1);
  }

  @Test
  void a_change_whose_answer_was_lost_is_unknown_and_never_sent_again() throws Exception {
    assertThat(send(writes(false), LOST, DONE)).isEqualTo(new Unknown("key-1"));
    assertThat(sent).hasValue(1);
  }

  @Test
  void a_change_that_honours_keys_may_be_sent_again() throws Exception {
    assertThat(send(writes(true), LOST, DONE)).isEqualTo(new Done(Value.Fields.NONE));
    assertThat(send(writes(true), SLOW)).isEqualTo(new Unknown("key-1"));
  }

  @Test
  void a_lost_change_stays_unknown_when_the_second_request_is_never_sent() throws Exception {
    assertThat(send(writes(true), LOST, AWAY)).isEqualTo(new Unknown("key-1"));
  }

  @Test
  void what_cannot_be_undone_is_never_sent_again_even_with_a_key() throws Exception {
    var operation = schema(Effect.IRREVERSIBLE, true);

    assertThat(send(operation, LOST, DONE)).isEqualTo(new Unknown("key-1"));
    assertThat(send(operation, AWAY, DONE)).isEqualTo(new Broken(Kind.UNREACHABLE, "away", false));
    assertThat(sent).hasValue(2);
  }

  @Test
  void repetitions_stay_below_a_tenth_of_the_requests_after_the_first() throws Exception {
    int wanted = 100;
    for (int i = 0; i < wanted; i++) {
      send(reads(), i % 4 == 0 ? LOST : DONE, DONE);
    }

    assertThat(sent.get()).isGreaterThan(wanted).isLessThanOrEqualTo(wanted + 1 + wanted / 10);
  }

  @Test
  void a_system_that_keeps_failing_is_left_alone_but_for_one_request_now_and_then()
      throws Exception {
    for (int i = 0; i < Breaker.FAILURES; i++) send(reads(), SLOW);

    assertThat(send(reads(), DONE)).isInstanceOf(Broken.class);
    assertThat(sent).hasValue(Breaker.FAILURES);

    clock.addAndGet(Breaker.PAUSE.toNanos());
    assertThat(send(reads(), SLOW)).isEqualTo(new Broken(Kind.TIMEOUT, "slow", true));
    assertThat(send(reads(), DONE)).isInstanceOf(Broken.class);
    assertThat(sent).hasValue(Breaker.FAILURES + 1);

    clock.addAndGet(Breaker.PAUSE.toNanos());
    assertThat(send(reads(), DONE)).isInstanceOf(Done.class);
    assertThat(send(reads(), DONE)).isInstanceOf(Done.class);
  }

  @Test
  void refusals_and_misfitting_answers_do_not_count_as_failures() throws Exception {
    for (int i = 0; i < 3 * Breaker.WINDOW; i++) {
      send(reads(), Attempt.refused("not_found", "no"));
      send(reads(), Attempt.broken(Kind.BAD_ANSWER, "odd", false));
    }

    assertThat(send(reads(), DONE)).isInstanceOf(Done.class);
  }

  private ToolResult send(OperationSchema operation, Attempt... attempts)
      throws InterruptedException {
    Deque<Attempt> script = new ArrayDeque<>(Arrays.asList(attempts));
    return dispatch.send(
        operation,
        invocation("pay", Sample.PATIENCE),
        _ -> {
          sent.incrementAndGet();
          return script.removeFirst();
        });
  }

  private static OperationSchema reads() {
    return schema(Effect.READS, false);
  }

  private static OperationSchema writes(boolean honoursKey) {
    return schema(Effect.WRITES, honoursKey);
  }

  private static OperationSchema schema(Effect effect, boolean honoursKey) {
    var operation = AnOperation.named("pay").effect(effect).http("POST", "/pay");
    if (honoursKey) operation.honoursKey();
    var schema = Schemas.of(Sample.http("http://localhost", operation));
    return schema.operations().get("pay");
  }
}
