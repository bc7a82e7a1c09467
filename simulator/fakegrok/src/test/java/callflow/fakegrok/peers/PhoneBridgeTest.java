package callflow.fakegrok.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.Mind.Act.Call;
import callflow.fakegrok.Mind.Act.Speak;
import callflow.fakegrok.Mind.Heard;
import callflow.fakegrok.ScriptedMind;
import callflow.fakegrok.caller.TwilioCaller;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our caller and our stand-in on either side of a phone bridge written by somebody else.
class PhoneBridgeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOKEN = "bridge-token";

  private final ScriptedMind mind = new ScriptedMind();
  private FakeGrok grok;
  private NodeScript bridge;
  private URI voice;

  @BeforeEach
  void start() throws Exception {
    var missing = NodeScript.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    // The bridge forgets to say that a reply was played if that was before it was done.
    grok = FakeGrok.start(FakeGrok.Settings.fast(() -> mind).withSpeech(10, 6));
    var script = Path.of("src/test/node/phone-bridge.mjs");
    bridge = NodeScript.start(script, grok.realtime().toString(), TOKEN);
    voice = URI.create("http://127.0.0.1:" + bridge.awaitLine("listening", PATIENCE) + "/voice");
  }

  @AfterEach
  void stop() {
    if (bridge != null) bridge.close();
    if (grok != null) grok.close();
  }

  @Test
  void greeting_turn_and_tool_round_reach_the_caller_whole() throws Exception {
    mind.says("Northwind, how can I help?")
        .does(new Speak("One moment."), new Call("find_order", "{\"order\":\"4711\"}"))
        .says("It was shipped yesterday.");
    try (var caller = TwilioCaller.call(TwilioCaller.Settings.to(voice, TOKEN))) {
      assertThat(caller.awaitHeard("how can I help?", PATIENCE)).isTrue();
      bridge.awaitLine("playback.finished", PATIENCE);
      caller.speak("Where is my order 4711?", 5);
      assertThat(caller.awaitHeard("It was shipped yesterday.", PATIENCE)).isTrue();
      caller.press("9");
      bridge.awaitLine("dtmf", PATIENCE);

      assertThat(caller.heardText())
          .isEqualTo("Northwind, how can I help? One moment. It was shipped yesterday.");
      assertThat(caller.damages()).isZero();
      assertThat(caller.warnings()).isEmpty();
      assertThat(caller.marks()).isNotEmpty();
      assertThat(mind.situations().get(1).heard())
          .contains(new Heard.Words("Where is my order 4711?"));
      assertThat(mind.situations().get(2).heard())
          .anyMatch(heard ->
              heard instanceof Heard.Output(_, _, _, var output) && output.contains("shipped"));
      assertThat(grok.latest().orElseThrow().instructions()).contains("Northwind");
    }
    bridge.awaitLine("call.ended", PATIENCE);
  }

  @Test
  void caller_who_interrupts_hears_no_more_of_the_old_reply() throws Exception {
    mind.says("Hello.").says("Well, that is a long story. ".repeat(60)).says("Yes?");
    try (var caller = TwilioCaller.call(TwilioCaller.Settings.to(voice, TOKEN))) {
      assertThat(caller.awaitHeard("Hello.", PATIENCE)).isTrue();
      bridge.awaitLine("playback.finished", PATIENCE);
      caller.speak("Tell me.", 5);
      assertThat(caller.awaitHeard("long story", PATIENCE)).isTrue();
      caller.speak("Stop!", 20);
      assertThat(caller.awaitHeard("Yes?", PATIENCE)).isTrue();

      assertThat(caller.clears()).isPositive();
      assertThat(caller.heard()).hasSize(3);
      assertThat(caller.heard().get(1).ended()).isFalse();
      assertThat(caller.damages()).isZero();
    }
    assertThat(bridge.awaitLine("playback.interrupted", PATIENCE)).isNotEmpty();
  }

  @Test
  void wrong_secret_is_noticed_by_twilios_own_library() throws Exception {
    try (var caller = TwilioCaller.call(TwilioCaller.Settings.to(voice, "another"))) {
      assertThat(caller.awaitEnded(PATIENCE)).isTrue();

      assertThat(caller.end().orElseThrow()).contains("answered 403");
      bridge.awaitLine("unsigned webhook", PATIENCE);
      assertThat(grok.sessions()).isEmpty();
    }
  }
}
