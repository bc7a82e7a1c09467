package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallId;
import callflow.engine.call.Event;
import callflow.engine.interpret.Step;
import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.Mind;
import callflow.fakegrok.Witness;
import callflow.program.Program;
import callflow.runtime.session.CallRegistry;
import callflow.runtime.session.CallWatcher;
import callflow.runtime.session.Line;
import callflow.runtime.session.VoiceAccount;
import callflow.runtime.telephony.Switchboard.Admission;
import callflow.runtime.voice.JavaWebSocketService;
import callflow.simulator.drive.ScriptedReplies;
import callflow.value.AudioFormat;
import callflow.voice.RealtimeDialect;
import callflow.voice.SessionSettings.TurnTaking;
import callflow.voice.VoiceAgentDialect;
import callflow.voice.VoiceDialect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The shell of a live call against the stand-in service, over a real socket.
class LiveVoiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final InstantSource OFFICE_HOURS =
      InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

  private final RehearsedMind mind = new RehearsedMind(OFFICE_HOURS);
  private final List<String> story = new CopyOnWriteArrayList<>();
  private volatile Event last = new Event.PlaybackEnded(Instant.EPOCH);
  private final EarLeg leg = new EarLeg();
  private final Project.Flow flow = flow();
  private final FakeGrok grok = FakeGrok.start(FakeGrok.Settings.fast(() -> (Mind) mind));

  @AfterEach
  void close() {
    grok.close();
  }

  private static Project.Flow flow() {
    try {
      return Project.load(ProjectFiles.of(List.of(Path.of("../../flows/northwind-billing"))))
          .flows()
          .getFirst();
    } catch (ProjectFiles.Unusable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void call(VoiceDialect dialect, URI url) {
    Program program = flow.program().orElseThrow();
    var connectors = RehearsedConnectors.of(program, ScriptedReplies.of(flow.connectors()));
    var account =
        new VoiceAccount(
            new JavaWebSocketService(() -> "key"),
            dialect,
            url,
            "model",
            AudioFormat.MU_LAW,
            TurnTaking.DEFAULT,
            List.of());
    var transcript = new LiveTranscript(program);
    var watcher =
        new CallWatcher() {
          @Override
          public void stepped(CallId call, Event event, Step step) {
            story.addAll(transcript.tell(event, step));
            last = event;
          }

          @Override
          public void failed(CallId call, RuntimeException fault) {
            story.add("failed " + fault);
          }
        };
    var line = Line.of(program, connectors);
    var registry =
        new CallRegistry(_ -> Optional.of(line), account, 5, "busy", watcher, OFFICE_HOURS);
    if (registry.admit(leg.info()) instanceof Admission.Welcome(var seat)) {
      leg.listensTo(seat.connected(leg));
    }
  }

  /// Nothing of ours is on its way to the caller.
  private void quiet() {
    await("quiet", () -> last instanceof Event.PlaybackEnded);
  }

  private void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(condition.getAsBoolean())
        .as(
            "%s; heard `%s`; story:%n%s%nreceived %s%nsent %s",
            what,
            leg.heard(),
            String.join("\n", story),
            grok.latest().map(seen -> seen.received("text.append")).orElse(List.of()),
            grok.latest().map(Witness::sentTypes).orElse(List.of()))
        .isTrue();
  }

  private void hears(String text) {
    await("the caller hears " + text, () -> leg.heard().contains(text));
  }

  private void happens(String line) {
    await("there is a line " + line, () -> story.stream().anyMatch(it -> it.contains(line)));
  }

  private void aWholeCall() {
    hears("Welcome to Northwind Energy.");
    leg.speak("it is one two three four five six seven eight, born on the second of february 1990");
    happens("[menu]");
    quiet();
    leg.speak("how much do I owe");
    happens("get_balance ->");
    hears("84.20");
    quiet();
    leg.speak("I want to pay");
    hears("How much would you like to pay?");
    quiet();
    leg.speak("eighty-four euros twenty");
    hears("Shall I pay €84.20 from your account on file now?");
  }

  @Test
  void a_whole_call_in_the_realtime_dialect() {
    call(new RealtimeDialect(), grok.realtime());

    aWholeCall();
    quiet();
    leg.speak("yes please");
    happens("pay_bill ->");
    await("back in the menu", () -> story.stream().filter("[menu]"::equals).count() == 2);
    quiet();
    leg.speak("no thanks, that was all");
    hears("Thank you for calling. Goodbye.");
    await("hung up", () -> leg.orders().contains("hang up []"));
    assertThat(leg.damages()).isZero();
  }

  @Test
  void a_whole_call_in_the_voice_agent_dialect() {
    call(new VoiceAgentDialect(), grok.voiceAgent());

    aWholeCall();
    quiet();
    leg.press('1');
    happens("pay_bill ->");
    await("back in the menu", () -> story.stream().filter("[menu]"::equals).count() == 2);
    quiet();
    leg.speak("no thanks, that was all");
    hears("Thank you for calling. Goodbye.");
    await("hung up", () -> leg.orders().contains("hang up []"));
    assertThat(leg.damages()).isZero();
  }
}
