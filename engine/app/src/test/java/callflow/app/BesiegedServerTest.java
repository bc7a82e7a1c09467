package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Event;
import callflow.engine.interpret.Step;
import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.caller.CallListener;
import callflow.fakegrok.caller.TwilioCaller;
import callflow.program.Program;
import callflow.runtime.session.CallWatcher;
import callflow.simulator.drive.ScriptedReplies;
import callflow.simulator.drive.ToolBench;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.value.AudioFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server that is attacked from all sides while people telephone.
@Timeout(300)
class BesiegedServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CALLERS = 5;
  private static final int MILLIS = 12;

  /// Attacks of each kind at most, lest they outlive the calls.
  private static final int MOST_ROUNDS = 100;

  private static final Clock OFFICE_HOURS =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

  /// One story for each call, by the caller's number.
  private static final class Stories implements CallWatcher {
    private final Map<CallId, CallStory> running = new ConcurrentHashMap<>();
    private final Map<String, CallStory> byNumber = new ConcurrentHashMap<>();

    @Override
    public void began(CallId call, CallInfo info, Program program) {
      var story = new CallStory(program, _ -> {});
      running.put(call, story);
      byNumber.put(info.from(), story);
    }

    @Override
    public void stepped(CallId call, Event event, Step step) {
      running.get(call).stepped(call, event, step);
    }

    @Override
    public void failed(CallId call, RuntimeException fault) {
      running.get(call).failed(call, fault);
    }

    @Override
    public void over(CallId call, CallState last) {
      running.get(call).over(call, last);
    }
  }

  private final Stories stories = new Stories();

  private Loopback open() throws ProjectFiles.Unusable {
    var files = ProjectFiles.of(List.of(Path.of("../../flows/northwind-billing")));
    var flow = Project.load(files).flows().getFirst();
    var program = flow.program().orElseThrow();
    // Prepared replies serve one call, so each request gets its own.
    ToolBench bench = request -> ScriptedReplies.of(flow.connectors()).ask(request);
    var connectors = RehearsedConnectors.of(program, bench);
    var setting =
        new Loopback.Setting(
            program, connectors, Dialect.REALTIME, AudioFormat.MU_LAW, OFFICE_HOURS);
    // Each call has a mind of its own.
    return Loopback.open(
        setting,
        _ -> FakeGrok.Settings.fast(() -> new RehearsedMind(OFFICE_HOURS)).withSpeech(MILLIS, 3),
        stories);
  }

  /// What one caller heard in a call from greeting to good-bye.
  private String telephones(TwilioCaller caller, String number) throws InterruptedException {
    await(caller, () -> stories.byNumber.containsKey(number));
    var story = stories.byNumber.get(number);
    say(
        caller,
        story,
        "Welcome to Northwind Energy.",
        "it is one two three four five six seven eight, born on the second of february 1990");
    say(caller, story, "How can I help", "how much do I owe");
    say(caller, story, "84.20", "no thanks, that was all");
    await(caller, story::isOver);
    assertThat(caller.awaitEnded(PATIENCE)).isTrue();
    assertThat(caller.damages()).isZero();
    assertThat(caller.warnings()).isEmpty();
    return caller.heardText();
  }

  private static void say(TwilioCaller caller, CallStory story, String heard, String words)
      throws InterruptedException {
    await(caller, () -> caller.heardText().contains(heard) && story.isCallersTurn());
    caller.speak(words, MILLIS);
  }

  private static void await(TwilioCaller caller, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("only heard: " + caller.heardText());
      caller.awaitMarks(Integer.MAX_VALUE, Duration.ofMillis(50));
    }
  }

  /// Attacks once in every way.
  private static void attack(Attacker attacker, String victim) {
    assertThat(attacker.unsigned(victim)).isEqualTo(403);
    assertThat(attacker.signedWithAnotherSecret(victim)).isEqualTo(403);
    assertThat(attacker.staleStep(victim)).isIn(403, 404);
    assertThat(attacker.replayed(victim)).isEqualTo(200);
    assertThat(attacker.unknownNumber()).contains("Reject");
    assertThat(attacker.hugeBody()).isFalse();
    assertThat(attacker.forgedUpgrade()).isFalse();
    assertThat(attacker.wrongTicket(victim)).isEqualTo(1008);
    assertThat(attacker.garbageFrame()).isEqualTo(1008);
    assertThat(attacker.hugeFrame()).isNotEqualTo(1000);
    attacker.begins("POST /twilio/voice HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nCall");
    attacker.begins("GET /twilio/media HT");
  }

  @Test
  void people_telephone_as_if_nothing_were() throws Exception {
    try (var stage = open();
        var attacker = new Attacker(stage.caller("+4917099999"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var callers = new ArrayList<TwilioCaller>();
      var calls = new ArrayList<Future<String>>();
      for (int i = 0; i < CALLERS; i++) {
        String number = "+491701234" + i;
        var caller = stage.call(number, CallListener.NONE);
        callers.add(caller);
        Callable<String> call = () -> telephones(caller, number);
        calls.add(threads.submit(call));
      }
      for (var caller : callers) assertThat(caller.awaitMedia(1, PATIENCE)).isTrue();

      int rounds = 0;
      do {
        attack(attacker, callers.get(rounds % CALLERS).callSid());
        rounds++;
      } while (rounds < MOST_ROUNDS && !calls.stream().allMatch(Future::isDone));

      for (var call : calls) {
        assertThat(call.get())
            .startsWith("Welcome to Northwind Energy.")
            .contains("How can I help", "84.20")
            .endsWith("Thank you for calling. Goodbye.");
      }
      assertThat(callers).allMatch(caller -> caller.clears() == 0);
      int halves = attacker.awaitAllCut();
      var server = stage.server();
      assertThat(halves).isEqualTo(2 * rounds);
      assertThat(server.counted("twilio-forged")).isEqualTo(2L * rounds);
      assertThat(server.counted("twilio-unknown-number")).isEqualTo(rounds);
      assertThat(server.counted("http-too-big")).isEqualTo(rounds);
      assertThat(server.counted("twilio-forged-upgrade")).isEqualTo(rounds);
      assertThat(server.counted("twilio-wrong-ticket")).isEqualTo(rounds);
      assertThat(server.counted("twilio-unproven")).isEqualTo(rounds);
      assertThat(server.counted("socket-faulty")).isEqualTo(rounds);
      assertThat(server.counted("http-too-slow")).isEqualTo(rounds);
      assertThat(server.counted("twilio-stale-step") + server.counted("twilio-unknown-call"))
          .isEqualTo(rounds);
      assertThat(server.calls().running()).isZero();
    }
  }
}
