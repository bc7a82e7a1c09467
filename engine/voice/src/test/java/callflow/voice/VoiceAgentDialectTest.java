package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.AudioFormat;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.Value;
import callflow.voice.SessionSettings.TurnTaking;
import callflow.voice.VoiceSignal.AgentWords;
import callflow.voice.VoiceSignal.CallerWords;
import callflow.voice.VoiceSignal.Complaint;
import callflow.voice.VoiceSignal.Complaint.Kind;
import callflow.voice.VoiceSignal.Configured;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ReplyAudio;
import callflow.voice.VoiceSignal.SomebodysWords;
import callflow.voice.VoiceSignal.ToolAsked;
import callflow.voice.VoiceSignal.Unknown;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceAgentDialectTest {
  private final VoiceAgentDialect dialect = new VoiceAgentDialect();

  @Test
  void the_whole_session_is_configured_each_time() {
    var brief = Briefing.of(Northwind.menu());
    var settings = Northwind.settings();

    var opened = dialect.encode(new VoiceRequest.Open(settings, brief));

    assertThat(opened).isEqualTo(dialect.encode(new VoiceRequest.Change(settings, brief)));
    var ours = MadeUpSessions.json(opened.getFirst());
    var theirs = MadeUpSessions.byClient("seed").getFirst().event();
    assertThat(shape(ours)).isEqualTo(shape(theirs));
    assertThat(ours.path("config").path("input_audio_format").asText()).isEqualTo("g711_ulaw");
    assertThat(ours.path("config").path("sample_rate").asInt()).isEqualTo(8000);
  }

  @ParameterizedTest
  @CsvSource({"MU_LAW, 8000, g711_ulaw", "A_LAW, 8000, g711_alaw", "PCM, 16000, pcm16"})
  void sound_formats_go_by_the_dialects_names(
      AudioFormat.Encoding encoding, int rate, String name) {
    var settings =
        new SessionSettings(
            "m",
            new AudioFormat(encoding, rate),
            Northwind.ARA,
            TurnTaking.DEFAULT,
            List.of("Northwind"));

    var config =
        MadeUpSessions.json(
                dialect
                    .encode(new VoiceRequest.Open(settings, new Brief("", List.of())))
                    .getFirst())
            .path("config");

    assertThat(config.path("output_audio_format").asText()).isEqualTo(name);
    assertThat(config.path("sample_rate").asInt()).isEqualTo(rate);
  }

  @Test
  void speech_is_asked_for_by_directions_in_brackets() {
    assertThat(dialect.encode(new VoiceRequest.SpeakExactly("Good morning.")))
        .containsExactly(
            """
            {"type":"text.append","text":"[Say to the caller, word for word and nothing else: \
            Good morning.]"}\
            """);
    assertThat(dialect.encode(new VoiceRequest.SpeakFreely("")))
        .containsExactly(
            """
            {"type":"text.append","text":"[It is your turn to speak to the caller now.]"}\
            """);
    assertThat(dialect.encode(new VoiceRequest.SpeakFreely("Key 9.")))
        .containsExactly(
            """
            {"type":"text.append","text":"[Key 9. It is your turn to speak to the caller now.]"}\
            """);
  }

  @Test
  void the_other_requests_have_frames_of_their_own_or_none() {
    assertThat(dialect.encode(new VoiceRequest.AnswerTool(new ToolCallId("call_1"), "{\"a\":1}")))
        .containsExactly(
            """
            {"type":"tool_result","tool_call_id":"call_1","result":"{\\"a\\":1}"}\
            """);
    assertThat(dialect.encode(new VoiceRequest.StopReply(Optional.empty())))
        .containsExactly("{\"type\":\"conversation.interrupt\"}");
    assertThat(dialect.encode(new VoiceRequest.EndCallerTurn()))
        .containsExactly("{\"type\":\"audio.commit\"}");
    assertThat(dialect.encode(new VoiceRequest.Truncate("", Duration.ZERO))).isEmpty();
    assertThat(new String(dialect.audio().head(), UTF_8))
        .isEqualTo("{\"type\":\"audio.append\",\"audio\":\"");
  }

  @Test
  void every_frame_of_ours_has_the_shape_of_one_in_the_session() {
    var theirs = MadeUpSessions.byClient("seed").stream().map(sent -> shape(sent.event())).toList();

    assertThat(
            List.of(
                new VoiceRequest.Open(Northwind.settings(), Briefing.of(Northwind.menu())),
                new VoiceRequest.SpeakExactly("Hello."),
                new VoiceRequest.AnswerTool(new ToolCallId("k"), "{}"),
                new VoiceRequest.StopReply(Optional.empty()),
                new VoiceRequest.EndCallerTurn()))
        .allSatisfy(request ->
            assertThat(theirs)
                .contains(shape(MadeUpSessions.json(dialect.encode(request).getFirst()))));
  }

  @Test
  void nothing_is_promised_that_nobody_has_written_down() {
    assertThat(dialect.capabilities())
        .isEqualTo(new VoiceCapabilities(false, false, false, false, false, false));
  }

  @Test
  void a_transcript_belongs_to_whom_it_names() {
    assertThat(signal("{'type':'transcript','text':'hi'}")).isEqualTo(new SomebodysWords("hi"));
    assertThat(signal("{'type':'transcript','text':'hi','role':'user'}"))
        .isEqualTo(new CallerWords("", "hi", true));
    assertThat(signal("{'type':'transcript','text':'h','role':'user','final':false}"))
        .isEqualTo(new CallerWords("", "h", false));
    assertThat(signal("{'type':'transcript','text':'hi','role':'assistant','final':true}"))
        .isEqualTo(new AgentWords("", "", "hi"));
    assertThat(signal("{'type':'transcript','text':'h','role':'assistant','final':false}"))
        .isEqualTo(new Idle());
    assertThat(signal("{'type':'transcript','text':'h','final':false}")).isEqualTo(new Idle());
  }

  @Test
  void arguments_of_a_tool_come_as_an_object_or_as_text() {
    var asked =
        new ToolAsked(
            "",
            new ToolCallId("c"),
            new ToolName("find"),
            Optional.of(Value.Fields.of("n", new Value.Text("1"))));

    assertThat(tool("{'name':'find','arguments':{'n':'1'}}")).isEqualTo(asked);
    assertThat(tool("{'name':'find','arguments':'{\\\"n\\\":\\\"1\\\"}'}")).isEqualTo(asked);
    assertThat(((ToolAsked) tool("{'name':'find'}")).arguments()).contains(Value.Fields.NONE);
    assertThat(((ToolAsked) tool("{'name':'find','arguments':'{'}")).arguments()).isEmpty();
    assertThat(tool("{}")).isEqualTo(new Unknown("tool_call"));
  }

  @Test
  void what_the_service_says_of_its_sound_is_believed() {
    assertThat(signal("{'type':'session.configured'}")).isEqualTo(new Configured(Optional.empty()));
    assertThat(
            signal(
                """
                {'type':'session.configured','config':{'output_audio_format':'pcm16',
                 'sample_rate':8000}}\
                """))
        .isEqualTo(new Configured(Optional.of(AudioFormat.pcm(8000))));
    assertThat(signal("{'type':'session.configured','session':{'output_audio_format':'pcma'}}"))
        .isEqualTo(new Configured(Optional.of(AudioFormat.A_LAW)));
  }

  @Test
  void an_error_has_no_settled_shape() {
    var broken = new Complaint(Kind.OTHER, "c", "broken");

    assertThat(signal("{'type':'error','message':'broken','code':'c'}")).isEqualTo(broken);
    assertThat(signal("{'type':'error','error':{'message':'broken','code':'c'}}"))
        .isEqualTo(broken);
  }

  @Test
  void whatever_cannot_be_read_is_unknown() {
    assertThat(signal("")).isEqualTo(new Unknown(""));
    assertThat(signal("{'type':'audio.delta'}")).isEqualTo(new Unknown("audio.delta"));
    assertThat(signal("{'type':'transcript'}")).isEqualTo(new Unknown("transcript"));
    assertThat(signal("{'type':'audio.delta','audio':'AA=='}"))
        .isEqualTo(new ReplyAudio("", "", "AA=="));
  }

  private VoiceSignal tool(String function) {
    return signal("{'type':'tool_call','id':'c','function':" + function + "}");
  }

  private VoiceSignal signal(String frame) {
    var signals = dialect.decode(frame.replace('\'', '"'));
    assertThat(signals).hasSize(1);
    return signals.getFirst();
  }

  /// The names of a frame's fields two levels down, without its tools' own.
  private static String shape(JsonNode frame) {
    var names = new TreeSet<String>();
    frame
        .fieldNames()
        .forEachRemaining(name -> {
          names.add(name);
          frame.path(name).fieldNames().forEachRemaining(inner -> names.add(name + "." + inner));
        });
    return frame.path("type").asText() + names;
  }
}
