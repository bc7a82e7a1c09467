package callflow.fakegrok;

import static callflow.fakegrok.FakeGrok.Settings.fast;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.Mind.Act.Call;
import callflow.fakegrok.Mind.Act.Speak;
import callflow.fakegrok.Mind.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoiceAgentSessionTest {
  private static final String APPEND = "audio.append";

  private final ScriptedMind mind = new ScriptedMind();
  private final FakeGrok grok = FakeGrok.start(fast(() -> mind));
  private final GrokClient client = GrokClient.of(grok.voiceAgent());

  @BeforeEach
  void configure() throws Exception {
    client.awaitOpen();
    client.send(
        """
        {"type":"session.configure","config":{"model":"grok-4","instructions":"Be kind.",
         "input_audio_format":"g711_ulaw","output_audio_format":"g711_ulaw","sample_rate":8000,
         "tools":[{"type":"function","function":{"name":"find","description":"Finds.",
                   "parameters":{"type":"object","properties":{}}}}]}}
        """);
    client.until("session.configured");
  }

  @AfterEach
  void close() {
    client.close();
    grok.close();
  }

  @Test
  void stage_direction_makes_the_agent_speak() throws Exception {
    mind.says("Good morning.");
    client.send("{\"type\":\"text.append\",\"text\":\"[Greet the caller.]\"}");
    client.untilHeard("Good morning.");

    assertThat(mind.situations().getFirst().heard())
        .containsExactly(new Heard.Note("[Greet the caller.]"));
    assertThat(grok.latest().orElseThrow().instructions()).isEqualTo("Be kind.");
  }

  @Test
  void turn_ends_by_silence_or_by_hand_but_only_once() throws Exception {
    client.speak(APPEND, "By silence.");
    client.send("{\"type\":\"audio.commit\"}");
    assertThat(client.until("transcript").path("text").asText()).isEqualTo("By silence.");
    client.untilHeard("I see.");
    client.sound(APPEND, AudibleText.encode("By hand.", 3));
    client.send("{\"type\":\"audio.commit\"}");
    client.untilHeard("I see. I see.");

    assertThat(mind.situations()).hasSize(2);
    assertThat(mind.situations().getLast().heard()).containsExactly(new Heard.Words("By hand."));
  }

  @Test
  void reply_goes_on_when_all_tool_results_are_in() throws Exception {
    mind.does(new Speak("A moment."), new Call("find", "{\"a\":1}"), new Call("find", "{broken"))
        .says("Found both.");
    client.speak(APPEND, "Find it.");
    var first = client.until("tool_call");
    var second = client.until("tool_call");
    client.send(result(second.path("id").asText()));
    client.send(result("call_99"));
    assertThat(client.until("error").path("message").asText())
        .isEqualTo("Unknown tool call: call_99");
    client.send(result(first.path("id").asText()));
    client.untilHeard("A moment. Found both.");

    assertThat(first.path("function").path("arguments").path("a").asInt()).isEqualTo(1);
    assertThat(second.path("function").path("arguments").asText()).isEqualTo("{broken");
    assertThat(mind.situations().getLast().heard()).hasSize(2);
  }

  @Test
  void interrupted_reply_stops_but_for_the_sound_under_way() throws Exception {
    mind.says("A very long story. ".repeat(100)).says("Yes?");
    client.send("{\"type\":\"text.append\",\"text\":\"Go.\"}");
    client.until("audio.delta");
    client.send("{\"type\":\"conversation.interrupt\"}");
    client.send("{\"type\":\"text.append\",\"text\":\"And?\"}");
    client.untilHeard("Yes?");

    assertThat(client.ear().utterances().getFirst().ended()).isFalse();
  }

  private static String result(String id) {
    return "{\"type\":\"tool_result\",\"tool_call_id\":\"%s\",\"result\":\"{}\"}".formatted(id);
  }
}
