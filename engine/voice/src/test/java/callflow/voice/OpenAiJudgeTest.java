package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callflow.value.ToolCallId;
import com.openai.core.ObjectMappers;
import com.openai.models.realtime.RealtimeClientEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// OpenAI's own library reads our frames: an independent mind, which does not know what xAI added.
class OpenAiJudgeTest {
  private final RealtimeDialect dialect = new RealtimeDialect();

  static Stream<VoiceRequest> shared() {
    return Stream.of(
        new VoiceRequest.SpeakFreely(""),
        new VoiceRequest.SpeakFreely("The caller has pressed 9."),
        new VoiceRequest.AnswerTool(new ToolCallId("call-1"), "{\"found\":true}"),
        new VoiceRequest.StopReply(Optional.empty()),
        new VoiceRequest.StopReply(Optional.of("r1")),
        new VoiceRequest.Truncate("i1", Duration.ofMillis(80)),
        new VoiceRequest.EndCallerTurn());
  }

  @ParameterizedTest
  @MethodSource("shared")
  void frames_of_the_common_ground_pass(VoiceRequest request) {
    assertThat(dialect.encode(request))
        .isNotEmpty()
        .allSatisfy(
            frame -> assertThatCode(() -> judge(frame)).as(frame).doesNotThrowAnyException());
  }

  @Test
  void sound_passes() {
    var audio = dialect.audio();
    String frame = new String(audio.head(), UTF_8) + "//8=" + new String(audio.tail(), UTF_8);

    assertThatCode(() -> judge(frame)).doesNotThrowAnyException();
  }

  @Test
  void a_session_lacks_nothing_but_the_type_that_xai_does_not_want() {
    var brief = Briefing.of(Northwind.menu());

    assertThat(
            List.of(
                new VoiceRequest.Open(Northwind.settings(), brief),
                new VoiceRequest.Change(Northwind.settings(), brief)))
        .allSatisfy(request -> {
          String frame = dialect.encode(request).getFirst();
          String typed = frame.replace("\"session\":{", "\"session\":{\"type\":\"realtime\",");
          assertThatThrownBy(() -> judge(frame))
              .as(frame)
              .hasMessage("'type' is invalid, received ");
          assertThatCode(() -> judge(typed)).as(typed).doesNotThrowAnyException();
        });
  }

  @Test
  void a_fixed_sentence_is_xais_own_invention() {
    String frame = dialect.encode(new VoiceRequest.SpeakExactly("Hello.")).getFirst();
    String known = frame.replace("force_message", "message");

    assertThatThrownBy(() -> judge(frame)).hasMessage("Unknown ConversationItem");
    assertThatCode(() -> judge(known)).doesNotThrowAnyException();
  }

  private static void judge(String frame) throws Exception {
    ObjectMappers.jsonMapper().readValue(frame, RealtimeClientEvent.class).validate();
  }
}
