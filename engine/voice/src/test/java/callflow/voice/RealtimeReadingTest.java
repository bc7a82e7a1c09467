package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.AudioFormat;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.Value;
import callflow.voice.VoiceSignal.AgentWords;
import callflow.voice.VoiceSignal.CallerStarted;
import callflow.voice.VoiceSignal.CallerWords;
import callflow.voice.VoiceSignal.Complaint;
import callflow.voice.VoiceSignal.Complaint.Kind;
import callflow.voice.VoiceSignal.Configured;
import callflow.voice.VoiceSignal.Greeted;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ReplyAudio;
import callflow.voice.VoiceSignal.ReplyEnded;
import callflow.voice.VoiceSignal.ReplyStarted;
import callflow.voice.VoiceSignal.ToolAsked;
import callflow.voice.VoiceSignal.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealtimeReadingTest {
  private static final ToolAsked ASKED =
      new ToolAsked(
          "r",
          new ToolCallId("k"),
          new ToolName("find"),
          Optional.of(Value.Fields.of("n", Value.Decimal.of(1))));

  private final RealtimeDialect dialect = new RealtimeDialect();

  @Test
  void the_conversation_gets_its_id_whenever_it_is_told() {
    assertThat(signals("{'session':{},'type':'session.created'}"))
        .containsExactly(new Greeted(Optional.empty()));
    assertThat(signals("{'type':'conversation.created','conversation':{'id':'c'}}"))
        .containsExactly(new Greeted(Optional.of("c")));
    assertThat(signals("{'type':'conversation.created','conversation':null}"))
        .containsExactly(new Greeted(Optional.empty()));
  }

  @Test
  void the_service_says_how_it_will_sound() {
    assertThat(output("{'type':'audio/pcmu'}")).contains(AudioFormat.MU_LAW);
    assertThat(output("{'type':'audio/pcma'}")).contains(AudioFormat.A_LAW);
    assertThat(output("{'type':'audio/pcm'}")).contains(AudioFormat.pcm(24000));
    assertThat(output("{'type':'audio/pcm','rate':16000}")).contains(AudioFormat.pcm(16000));
    assertThat(output("{'type':'audio/pcm','rate':16000.5}")).isEmpty();
    assertThat(output("{'type':'audio/pcm','rate':1}")).isEmpty();
    assertThat(output("{'type':'audio/pcm','rate':'fast'}")).isEmpty();
    assertThat(output("{'type':'audio/opus'}")).isEmpty();
    assertThat(signals("{'type':'session.updated','session':{}}"))
        .containsExactly(new Configured(Optional.empty()));
    assertThat(signals("{'type':'session.updated','session':{'output_audio_format':'g711_ulaw'}}"))
        .containsExactly(new Configured(Optional.of(AudioFormat.MU_LAW)));
  }

  @Test
  void only_the_last_version_of_the_callers_words_is_complete() {
    assertThat(transcribed("completed", "'status':'in_progress',")).isEqualTo(words(false));
    assertThat(transcribed("completed", "'status':'completed',")).isEqualTo(words(true));
    assertThat(transcribed("completed", "")).isEqualTo(words(true));
    assertThat(transcribed("completed", "'status':null,")).isEqualTo(words(true));
    assertThat(transcribed("updated", "")).isEqualTo(words(false));
    assertThat(signals("{'type':'input_audio_transcription.completed','transcript':'hi'}"))
        .containsExactly(new CallerWords("", "hi", true));
  }

  @Test
  void a_transcription_that_failed_leaves_no_words_to_wait_for() {
    assertThat(
            signals("{'type':'conversation.item.input_audio_transcription.failed','item_id':'i'}"))
        .containsExactly(new CallerWords("i", "", true));
  }

  @Test
  void a_tool_is_asked_for_where_its_name_is_known() {
    assertThat(
            signals(
                """
                {'type':'response.function_call_arguments.done','response_id':'r','call_id':'k',
                 'name':'find','arguments':'{\\"n\\":1}'}\
                """))
        .containsExactly(ASKED);
    assertThat(
            signals(
                """
                {'type':'response.function_call_arguments.done','response_id':'r','call_id':'k',
                 'arguments':'{\\"n\\":1}'}\
                """))
        .containsExactly(new Idle());
    assertThat(
            signals(
                """
                {'type':'response.output_item.done','response_id':'r','item':{
                 'type':'function_call','status':'completed','call_id':'k','name':'find',
                 'arguments':'{\\"n\\":1}'}}\
                """))
        .containsExactly(ASKED);
  }

  @Test
  void a_request_that_was_cut_off_is_none() {
    assertThat(
            signals(
                """
                {'type':'response.output_item.done','response_id':'r','item':{
                 'type':'function_call','status':'incomplete','call_id':'k','name':'find',
                 'arguments':'{}'}}\
                """))
        .containsExactly(new Idle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'{\\\"n\\\":'", "''", "'[1]'", "'null'", "7", "null", "[{}]"})
  void arguments_that_are_no_object_cannot_be_carried_out(String arguments) {
    var asked =
        signals(
            """
            {'type':'response.function_call_arguments.done','response_id':'r','call_id':'k',
             'name':'find','arguments':%s}\
            """
                .formatted(arguments));

    assertThat(asked)
        .containsExactly(
            new ToolAsked("r", new ToolCallId("k"), new ToolName("find"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "completed, true",
    "'', true",
    "cancelled, false",
    "incomplete, false",
    "failed, false"
  })
  void a_reply_that_did_not_complete_was_broken_off(String status, boolean complete) {
    assertThat(
            signals(
                "{'type':'response.done','response':{'id':'r','status':'%s'}}".formatted(status)))
        .containsExactly(new ReplyEnded("r", complete));
  }

  @Test
  void a_reply_that_failed_says_why() {
    assertThat(
            signals(
                """
                {'type':'response.done','response':{'id':'r','status':'failed','status_details':{
                 'type':'failed','error':{'type':'server_error','message':'no luck'}}}}\
                """))
        .containsExactly(
            new Complaint(Kind.OTHER, "server_error", "no luck"), new ReplyEnded("r", false));
  }

  @Test
  void older_names_and_missing_ids_are_taken() {
    assertThat(signals("{'type':'response.audio.delta','delta':'AAAA'}"))
        .containsExactly(new ReplyAudio("", "", "AAAA"));
    assertThat(signals("{'type':'response.audio_transcript.done','transcript':'hi'}"))
        .containsExactly(new AgentWords("", "", "hi"));
    assertThat(signals("{'type':'response.text.done','text':'hi','item_id':'i'}"))
        .containsExactly(new AgentWords("", "i", "hi"));
    assertThat(signals("{'type':'input_audio_buffer.speech_started'}"))
        .containsExactly(new CallerStarted(""));
    assertThat(signals("{'type':'response.created','response_id':'r'}"))
        .containsExactly(new ReplyStarted("r"));
    assertThat(signals("{'type':'response.done','response_id':'r'}"))
        .containsExactly(new ReplyEnded("r", true));
  }

  @Test
  void what_a_resumed_conversation_replays_was_heard_before() {
    assertThat(
            signals(
                """
                {'type':'conversation.item.added','item':{'type':'message','role':'assistant',
                 'content':[{'type':'text','text':'Hello.'}]}}\
                """))
        .containsExactly(new Idle());
    assertThat(
            signals(
                """
                {'type':'conversation.item.created','item':{'type':'function_call','call_id':'k',
                 'name':'find','arguments':'{}'}}\
                """))
        .containsExactly(new Idle());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping",
        "response.output_audio_transcript.delta",
        "response.text.delta",
        "response.cancelled",
        "rate_limits.updated",
        "mcp_list_tools.completed",
        "response.mcp_call_arguments.delta",
        "output_audio_buffer.cleared"
      })
  void some_events_tell_us_nothing(String type) {
    assertThat(signals("{'type':'" + type + "'}")).containsExactly(new Idle());
  }

  @Test
  void whatever_cannot_be_read_is_unknown() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(
            List.of(
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{'type':7}",
                "{'type':null}",
                "{'type':'ping'",
                "{'type':'ping'} {}",
                "{'type':'ping','x':" + deep + "}",
                "{'type':'ping','x':1e999999999}",
                "{'type':'ping','x':" + "9".repeat(2000) + "}",
                "{'type':'ping','x':[" + "0,".repeat(400_000) + "0]}",
                "{'type':'ping','x':'" + "x".repeat(JsonReading.LONGEST) + "'}"))
        .allSatisfy(frame -> assertThat(signals(frame)).containsExactly(new Unknown("")));
    assertThat(signals("{'type':'response.new_thing'}"))
        .containsExactly(new Unknown("response.new_thing"));
    assertThat(signals("{'type':'response.output_audio.delta','delta':7}"))
        .containsExactly(new Unknown("response.output_audio.delta"));
    assertThat(signals("{'type':'" + "x".repeat(5000) + "'}"))
        .containsExactly(new Unknown("x".repeat(100)));
  }

  @Test
  void of_two_equal_keys_the_last_counts() {
    assertThat(
            signals("{'type':'nothing','type':'response.created','response':{'id':'a','id':'b'}}"))
        .containsExactly(new ReplyStarted("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'code':'response_cancel_not_active' | NOISE",
        "'message':'Cancellation failed: no active response found' | NOISE",
        "'code':'input_audio_buffer_commit_empty' | NOISE",
        "'message':'Error committing: buffer too small.' | NOISE",
        "'message':'Audio content of 40ms is already shorter than 80ms' | NOISE",
        "'code':'conversation_already_has_active_response' | BUSY",
        "'message':'Conversation already has an active response.' | BUSY",
        "'message':'Rejected invalid tool parameter schema for: pay' | REFUSED",
        "'code':'cannot_update_voice' | REFUSED",
        "'code':'invalid_audio_format' | REFUSED",
        "'type':'invalid_request_error','param':'session.tools[0].name' | REFUSED",
        "'type':'timeout' | ENDING",
        "'type':'max_duration','code':null | ENDING",
        "'code':'session_expired' | ENDING",
        "'code':'invalid_tool_call_id' | OTHER",
        "'type':'internal_error','message':'oops' | OTHER",
        "'message':{} | OTHER",
      })
  void an_error_is_judged_by_what_it_means_for_the_session(String error, Kind kind) {
    assertThat(signals("{'type':'error','error':{" + error + "}}"))
        .singleElement()
        .satisfies(complaint -> assertThat(((Complaint) complaint).kind()).isEqualTo(kind));
  }

  @Test
  void an_error_is_read_in_whatever_shape_it_comes() {
    assertThat(signals("{'type':'error','error':'broken'}"))
        .containsExactly(new Complaint(Kind.OTHER, "", "broken"));
    assertThat(signals("{'type':'error','message':'broken','code':'c'}"))
        .containsExactly(new Complaint(Kind.OTHER, "c", "broken"));
    assertThat(signals("{'type':'error'}")).containsExactly(new Complaint(Kind.OTHER, "", ""));
    assertThat(signals("{'type':'error','error':'" + "x".repeat(9000) + "'}"))
        .containsExactly(new Complaint(Kind.OTHER, "", "x".repeat(500)));
  }

  private Optional<AudioFormat> output(String format) {
    var signals =
        signals(
            "{'type':'session.updated','session':{'audio':{'output':{'format':%s}}}}"
                .formatted(format));
    return ((Configured) signals.getFirst()).output();
  }

  private VoiceSignal transcribed(String event, String status) {
    return signals(
            "{'type':'conversation.item.input_audio_transcription.%s',%s'item_id':'i','transcript':'hi'}"
                .formatted(event, status))
        .getFirst();
  }

  private static CallerWords words(boolean complete) {
    return new CallerWords("i", "hi", complete);
  }

  private List<VoiceSignal> signals(String frame) {
    return dialect.decode(frame.replace('\'', '"'));
  }
}
