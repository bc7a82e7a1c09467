package callflow.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Event;
import callflow.engine.interpret.Step;
import callflow.program.Program;
import callflow.runtime.telephony.Switchboard;
import callflow.value.AudioFormat;
import callflow.voice.SessionSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// Places: each call has one, and gives it back once, whatever happens.
class CallRegistryTest {
  private static final CallInfo CALL = new CallInfo("+4917012345", "+4930999");

  private final RecordingLeg leg = new RecordingLeg();

  private static CallRegistry registry(CallWatcher watcher) {
    return registry(LiveCallTest.MENU, watcher);
  }

  private static CallRegistry registry(String flow, CallWatcher watcher) {
    var line = Line.of(Rig.compiled(flow), Map.of());
    var account =
        new VoiceAccount(
            (_, _) -> {
              throw new IOException("away");
            },
            new PlainDialect(Rig.REALTIME),
            URI.create("ws://service"),
            "model",
            AudioFormat.MU_LAW,
            SessionSettings.TurnTaking.DEFAULT,
            List.of());
    return new CallRegistry(
        _ -> Optional.of(line), account, 1, "All lines are busy.", watcher, InstantSource.system());
  }

  private static Switchboard.Seat seat(CallRegistry registry) {
    return ((Switchboard.Admission.Welcome) registry.admit(CALL)).seat();
  }

  private static void awaitFree(CallRegistry registry) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (registry.taken() > 0 && System.nanoTime() < patience) Thread.onSpinWait();
    assertThat(registry.taken()).isZero();
    assertThat(registry.running()).isZero();
  }

  @Test
  void a_place_is_given_back_once_by_an_abandoned_call() {
    var registry = registry(CallWatcher.NONE);
    var seat = seat(registry);
    assertThat(registry.admit(CALL)).isInstanceOf(Switchboard.Admission.Full.class);

    seat.abandoned();
    seat.abandoned();

    assertThat(registry.taken()).isZero();
  }

  @Test
  void a_call_that_has_begun_keeps_its_place_until_it_is_over() {
    var registry = registry(CallWatcher.NONE);
    var seat = seat(registry);
    var call = seat.connected(leg);

    seat.abandoned();
    assertThat(registry.taken()).isEqualTo(1);
    call.hungUp();

    awaitFree(registry);
  }

  @Test
  void a_call_that_can_not_begin_gives_its_place_back() {
    var registry =
        registry(
            new CallWatcher() {
              @Override
              public void began(CallId call, CallInfo info, Program program) {
                throw new IllegalStateException("no room to write");
              }
            });
    var seat = seat(registry);

    assertThatThrownBy(() -> seat.connected(leg)).hasMessage("no room to write");

    assertThat(registry.taken()).isZero();
    assertThat(registry.running()).isZero();
  }

  @Test
  void a_fault_of_ours_is_told_to_the_caller_and_the_place_is_free_again() {
    var registry =
        registry(
            new CallWatcher() {
              @Override
              public void stepped(CallId call, Event event, Step step) {
                throw new StackOverflowError();
              }

              @Override
              public void failed(CallId call, RuntimeException fault) {
                throw new IllegalStateException("can't write that either");
              }

              @Override
              public void over(CallId call, CallState last) {
                throw new IllegalStateException("nor that");
              }
            });

    seat(registry).connected(leg);
    awaitFree(registry);

    assertThat(leg.orders).singleElement().asString().startsWith("hang up [I am sorry");
  }

  @Test
  void a_server_that_ends_tells_the_callers_and_does_what_is_done_after_a_call() {
    var events = new CopyOnWriteArrayList<Event>();
    var registry = registry(LiveCallTest.afterCall("look"), noting(events));
    seat(registry).connected(leg);

    registry.endAll();
    awaitFree(registry);

    assertThat(leg.orders).singleElement().asString().startsWith("hang up [I am sorry");
    assertThat(events).hasAtLeastOneElementOfType(Event.ToolReturned.class);
  }

  @Test
  void what_is_done_after_a_call_is_done_after_one_that_failed_too() {
    var events = new CopyOnWriteArrayList<Event>();
    var noting = noting(events);
    var registry =
        registry(
            LiveCallTest.afterCall("look"),
            new CallWatcher() {
              @Override
              public void stepped(CallId call, Event event, Step step) {
                noting.stepped(call, event, step);
                if (event instanceof Event.DigitPressed) throw new IllegalStateException("a bug");
              }
            });

    seat(registry).connected(leg).digit('1');
    awaitFree(registry);

    assertThat(leg.orders).singleElement().asString().startsWith("hang up [I am sorry");
    assertThat(events).hasAtLeastOneElementOfType(Event.ToolReturned.class);
  }

  private static CallWatcher noting(List<Event> events) {
    return new CallWatcher() {
      @Override
      public void stepped(CallId call, Event event, Step step) {
        events.add(event);
      }
    };
  }

  @Test
  void a_call_that_is_flooded_is_given_up() {
    var registry = registry(CallWatcher.NONE);
    var call = seat(registry).connected(leg);
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();

    while (registry.taken() > 0 && System.nanoTime() < patience) call.digit('x');

    awaitFree(registry);
    assertThat(leg.orders.getLast()).startsWith("hang up");
  }
}
