package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.voice.VoiceSignal.CallerWords;
import callflow.voice.VoiceSignal.Greeted;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ReplyEnded;
import callflow.voice.VoiceSignal.ReplyStarted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole recorded sessions, told in our own signals. What is ignored is left out, and sound is told
/// once for as many frames as came in a row.
class RecordedOrdersTest {
  private final RealtimeDialect dialect = new RealtimeDialect();

  static List<String> recordings() {
    return Recordings.names();
  }

  @Test
  void a_tool_round_is_two_replies_and_asks_twice_for_the_same() {
    assertThat(told("test_xai_ws/test_tool_call_round"))
        .containsExactly(
            "Greeted",
            "Greeted by its id",
            "Configured",
            "ReplyStarted",
            "ReplyAudio",
            "AgentWords",
            "ToolAsked",
            "ToolAsked",
            "ReplyEnded",
            "ReplyStarted",
            "ReplyAudio",
            "AgentWords",
            "ReplyEnded");
    assertThat(
            signals("test_xai_ws/test_tool_call_round").stream()
                .filter(VoiceSignal.ToolAsked.class::isInstance)
                .distinct())
        .hasSize(1);
  }

  @Test
  void a_spoken_turn_ends_with_the_callers_final_words_before_the_reply() {
    assertThat(told("test_xai_ws/test_audio_in_server_vad_turn"))
        .containsExactly(
            "Greeted",
            "Greeted by its id",
            "Configured",
            "CallerStarted",
            "CallerWords so far",
            "CallerWords so far",
            "CallerStopped",
            "CallerCommitted",
            "CallerWords so far",
            "CallerWords so far",
            "CallerWords",
            "ReplyStarted",
            "ReplyAudio",
            "AgentWords",
            "ReplyEnded");
  }

  @Test
  void a_resumed_session_greets_anew_and_repeats_nothing_that_was_said() {
    assertThat(told("test_xai_ws/test_session_resumption_after_drop"))
        .containsExactly(
            "Greeted",
            "Greeted by its id",
            "Configured",
            "ReplyStarted",
            "ReplyAudio",
            "AgentWords",
            "ReplyEnded",
            "Greeted",
            "Greeted by its id",
            "Configured",
            "ReplyStarted",
            "ReplyAudio",
            "AgentWords",
            "ReplyEnded");
  }

  @Test
  void a_snapshot_that_comes_after_the_final_words_does_not_pass_for_them() {
    assertThat(told("test_xai_ws/test_push_to_talk_create_response_after_the_commit_reply"))
        .containsExactly(
            "Greeted",
            "Greeted by its id",
            "Configured",
            "CallerStarted",
            "CallerStopped",
            "CallerCommitted",
            "CallerWords",
            "ReplyStarted",
            "CallerWords so far",
            "CallerWords so far",
            "ReplyAudio",
            "AgentWords",
            "ReplyEnded");
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void in_every_recording_one_reply_ends_before_the_next_begins(String recording) {
    var bounds =
        signals(recording).stream()
            .filter(signal -> signal instanceof ReplyStarted || signal instanceof ReplyEnded)
            .map(signal -> signal.getClass().getSimpleName())
            .toList();

    assertThat(bounds).isNotEmpty();
    for (int i = 0; i < bounds.size(); i++) {
      assertThat(bounds.get(i)).isEqualTo(i % 2 == 0 ? "ReplyStarted" : "ReplyEnded");
    }
    assertThat(bounds.size() % 2).isZero();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void every_sent_frame_of_a_recording_is_among_the_requests(String recording) {
    var sent = Recordings.steps(recording).stream().filter(step -> step.startsWith("> ")).toList();

    assertThat(sent).isNotEmpty();
    assertThat(sent).allSatisfy(step -> Recordings.named(Recordings.requests(), step.substring(2)));
  }

  private List<String> told(String recording) {
    var told = new ArrayList<String>();
    for (VoiceSignal signal : signals(recording)) {
      String telling = tell(signal);
      boolean moreSound =
          signal instanceof VoiceSignal.ReplyAudio
              && !told.isEmpty()
              && told.getLast().equals(telling);
      if (!moreSound) told.add(telling);
    }
    return told;
  }

  private List<VoiceSignal> signals(String recording) {
    return Recordings.byServer(recording).stream()
        .flatMap(shape -> dialect.decode(shape.json()).stream())
        .filter(signal -> !(signal instanceof Idle))
        .toList();
  }

  private static String tell(VoiceSignal signal) {
    String name = signal.getClass().getSimpleName();
    return switch (signal) {
      case Greeted(var id) when id.isPresent() -> name + " by its id";
      case CallerWords(_, _, var complete) when !complete -> name + " so far";
      case ReplyEnded(_, var complete) when !complete -> name + " early";
      case VoiceSignal _ -> name;
    };
  }
}
