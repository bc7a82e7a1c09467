package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.program.VoiceSettings;
import callflow.value.AudioFormat;
import callflow.value.ToolCallId;
import callflow.voice.SessionSettings.TurnTaking;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RealtimeWritingTest {
  private final RealtimeDialect dialect = new RealtimeDialect();

  @Test
  void a_session_is_opened_in_the_shape_the_service_knows() {
    var ours = only(new VoiceRequest.Open(Northwind.settings(), brief()));
    var theirs = sent("session.update", 0);

    assertThat(ours.path("session").path("turn_detection").toString())
        .isEqualTo(
            """
            {"type":"server_vad","threshold":0.6,"silence_duration_ms":500,\
            "prefix_padding_ms":333,"create_response":true,"interrupt_response":true}\
            """);
    assertThat(ours.path("session").path("audio").toString())
        .isEqualTo(
            """
            {"input":{"format":{"type":"audio/pcmu"},"transcription":{"model":"grok-transcribe",\
            "keyterms":["Northwind","Okonkwo"]}},"output":{"format":{"type":"audio/pcmu"},"speed":1}}\
            """);
    assertThat(ours.path("session").path("resumption").toString()).isEqualTo("{\"enabled\":true}");
    assertThat(keys(theirs.path("session"))).containsAll(keys(ours.path("session")));
    assertThat(keys(ours.path("session").path("tools").get(0)))
        .isEqualTo(keys(theirs.path("session").path("tools").get(0)));
  }

  @Test
  void a_language_is_hinted_at_only_when_it_is_settled() {
    var german =
        new SessionSettings(
            "m", AudioFormat.pcm(16000), Northwind.GERMAN, TurnTaking.DEFAULT, List.of());

    var audio = only(new VoiceRequest.Open(german, brief())).path("session").path("audio");

    assertThat(audio.path("input").path("transcription").toString())
        .isEqualTo("{\"model\":\"grok-transcribe\",\"language_hint\":\"de-DE\"}");
    assertThat(audio.path("output").toString())
        .isEqualTo("{\"format\":{\"type\":\"audio/pcm\",\"rate\":16000},\"speed\":1.1}");
  }

  @Test
  void no_more_keyterms_are_sent_than_the_service_takes() {
    var terms = new ArrayList<>(Collections.nCopies(120, "word"));
    terms.add(0, "x".repeat(51));
    var many =
        new SessionSettings("m", AudioFormat.A_LAW, Northwind.ARA, TurnTaking.DEFAULT, terms);

    var input =
        only(new VoiceRequest.Open(many, brief())).path("session").path("audio").path("input");

    assertThat(input.path("transcription").path("keyterms")).hasSize(100);
    assertThat(input.path("transcription").path("keyterms").get(0).asText()).isEqualTo("word");
    assertThat(input.path("format").toString()).isEqualTo("{\"type\":\"audio/pcma\"}");
  }

  @Test
  void a_change_sends_only_what_may_change() {
    var ours = only(new VoiceRequest.Change(Northwind.settings(), brief()));
    var theirs = sent("session.update", 1);

    assertThat(keys(ours.path("session"))).isEqualTo(keys(theirs.path("session")));
    assertThat(keys(ours.path("session"))).containsExactly("instructions", "tools");
  }

  @Test
  void with_another_language_the_service_listens_for_that_one() {
    var settings = Northwind.settings();
    var german = settings.with(settings.voice().in("de"));

    var ours = only(new VoiceRequest.ChangeLanguage(german, brief())).path("session");

    assertThat(keys(ours)).containsExactly("audio", "instructions", "tools");
    assertThat(keys(ours.path("audio").path("input"))).containsExactly("transcription");
    assertThat(ours.at("/audio/input/transcription/language_hint").asText()).isEqualTo("de");
  }

  @Test
  void the_service_itself_does_not_break_off_what_must_be_heard() {
    var sentence = only(new VoiceRequest.SpeakExactly("This call is recorded.", false));

    assertThat(sentence.path("item").path("interruptible").asBoolean(true)).isFalse();
  }

  @Test
  void functions_that_are_no_longer_offered_are_taken_away() {
    var change = new VoiceRequest.Change(Northwind.settings(), new Brief("Hush.", List.of()));

    assertThat(dialect.encode(change))
        .containsExactly(
            """
            {"type":"session.update","session":{"instructions":"Hush.","tools":[]}}\
            """);
  }

  @Test
  void a_fixed_sentence_starts_its_own_reply() {
    var ours = only(new VoiceRequest.SpeakExactly("Good morning."));

    assertThat(ours.toString())
        .isEqualTo(
            """
            {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",\
            "interruptible":true,"content":[{"type":"output_text","text":"Good morning."}]}}\
            """);
    assertThat(keys(sent("conversation.item.create", 0).path("item")))
        .isEqualTo(keys(ours.path("item")));
  }

  @Test
  void the_model_is_given_the_floor_with_or_without_a_note() {
    assertThat(dialect.encode(new VoiceRequest.SpeakFreely("")))
        .containsExactly("{\"type\":\"response.create\"}");
    assertThat(dialect.encode(new VoiceRequest.SpeakFreely("Key 9.")))
        .containsExactly(
            """
            {"type":"conversation.item.create","item":{"type":"message","role":"system",\
            "content":[{"type":"input_text","text":"Key 9."}]}}\
            """,
            "{\"type\":\"response.create\"}");
  }

  @Test
  void an_answer_to_a_tool_starts_no_reply() {
    assertThat(
            dialect.encode(
                new VoiceRequest.AnswerTool(new ToolCallId("call-1"), "{\"ok\":\"\\\"yes\\\"\"}")))
        .containsExactly(
            """
            {"type":"conversation.item.create","item":{"type":"function_call_output",\
            "call_id":"call-1","output":"{\\"ok\\":\\"\\\\\\"yes\\\\\\"\\"}"}}\
            """);
  }

  @Test
  void a_reply_is_stopped_by_its_id_and_cut_to_what_was_heard() {
    assertThat(dialect.encode(new VoiceRequest.StopReply(Optional.of("r1"))))
        .containsExactly("{\"type\":\"response.cancel\",\"response_id\":\"r1\"}");
    assertThat(dialect.encode(new VoiceRequest.StopReply(Optional.empty())))
        .containsExactly("{\"type\":\"response.cancel\"}");
    assertThat(dialect.encode(new VoiceRequest.Truncate("i1", Duration.ofMillis(1250))))
        .containsExactly(
            """
            {"type":"conversation.item.truncate","item_id":"i1","content_index":0,\
            "audio_end_ms":1250}\
            """);
  }

  @Test
  void a_turn_ended_by_hand_asks_for_the_reply() {
    assertThat(dialect.encode(new VoiceRequest.EndCallerTurn()))
        .containsExactly(
            "{\"type\":\"input_audio_buffer.commit\"}", "{\"type\":\"response.create\"}");
  }

  @Test
  void sound_is_framed_as_the_service_wants_it() {
    var audio = dialect.audio();
    String frame = new String(audio.head(), UTF_8) + "//8=" + new String(audio.tail(), UTF_8);

    assertThat(frame).isEqualTo("{\"type\":\"input_audio_buffer.append\",\"audio\":\"//8=\"}");
  }

  @Test
  void a_voice_with_an_odd_name_stays_one_text() {
    var odd = new VoiceSettings("a\"b\\\u0001", "auto", BigDecimal.ONE);
    var settings = new SessionSettings("m", AudioFormat.MU_LAW, odd, TurnTaking.DEFAULT, List.of());

    assertThat(
            only(new VoiceRequest.Open(settings, brief())).path("session").path("voice").asText())
        .isEqualTo("a\"b\\\u0001");
  }

  private static Brief brief() {
    return Briefing.of(Northwind.menu());
  }

  private JsonNode only(VoiceRequest request) {
    var frames = dialect.encode(request);
    assertThat(frames).hasSize(1);
    return MadeUpSessions.json(frames.getFirst());
  }

  private static JsonNode sent(String type, int which) {
    return MadeUpSessions.byClient("realtime").stream()
        .filter(sent -> sent.type().equals(type))
        .toList()
        .get(which)
        .event();
  }

  private static SortedSet<String> keys(JsonNode object) {
    var keys = new TreeSet<String>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
