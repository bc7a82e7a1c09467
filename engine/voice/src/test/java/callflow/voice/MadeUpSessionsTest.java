package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.voice.MadeUpSessions.Sent;
import callflow.voice.VoiceSignal.ReplyAudio;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MadeUpSessionsTest {

  @Test
  void a_realtime_session_is_understood_frame_by_frame() {
    Goldens.compare(
        "made-up-session.realtime.expected",
        understood(new RealtimeDialect(), MadeUpSessions.byServer("realtime")));
  }

  @Test
  void a_voice_agent_session_is_understood_frame_by_frame() {
    Goldens.compare(
        "made-up-session.voice-agent.expected",
        understood(new VoiceAgentDialect(), MadeUpSessions.byServer("seed")));
  }

  private static String understood(VoiceDialect dialect, List<Sent> frames) {
    return frames.stream()
        .map(sent ->
            "%d %s -> %s%n".formatted(sent.line(), sent.type(), print(dialect.decode(sent.json()))))
        .collect(Collectors.joining());
  }

  private static String print(List<VoiceSignal> signals) {
    assertThat(signals).isNotEmpty();
    return signals.stream().map(MadeUpSessionsTest::print).collect(Collectors.joining(", "));
  }

  private static String print(VoiceSignal signal) {
    return switch (signal) {
      case ReplyAudio(var reply, var item, var base64) ->
          "ReplyAudio[reply=%s, item=%s, %d signs]".formatted(reply, item, base64.length());
      case VoiceSignal other -> other.toString();
    };
  }
}
