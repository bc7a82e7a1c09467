package callflow.voice;

import callflow.value.AudioFormat;
import callflow.value.Value;
import callflow.voice.VoiceSignal.AgentWords;
import callflow.voice.VoiceSignal.CallerWords;
import callflow.voice.VoiceSignal.Configured;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ReplyAudio;
import callflow.voice.VoiceSignal.SomebodysWords;
import java.util.Optional;

/// The server's events of the voice-agent dialect. Little of them is written down anywhere, so
/// every likely shape is taken.
final class VoiceAgentReading {
  private static final Value NOTHING = Value.Fields.NONE;

  private VoiceAgentReading() {}

  static VoiceSignal signal(Frame frame) {
    return switch (frame.type()) {
      case "session.configured" -> new Configured(output(frame));
      case "audio.delta" ->
          frame.isText("audio") ? new ReplyAudio("", "", frame.text("audio")) : frame.unknown();
      case "transcript" -> frame.isText("text") ? words(frame) : frame.unknown();
      case "tool_call" -> asked(frame);
      case "error" -> Complaints.of(frame);
      case "ping" -> new Idle();
      default -> frame.unknown();
    };
  }

  private static Optional<AudioFormat> output(Frame frame) {
    var config = frame.says("config") ? frame.at("config") : frame.at("session");
    String name = config.text("output_audio_format");
    return name.equals("pcm16")
        ? AudioNames.pcm(config.value("sample_rate"), AudioNames.VOICE_AGENT_RATE)
        : AudioNames.format(name, Optional.empty());
  }

  /// Without a role nobody knows who spoke; an unfinished version that can't be given to anybody,
  /// or that would have to be whole, waits for the finished one.
  private static VoiceSignal words(Frame frame) {
    String words = frame.text("text");
    boolean whole = !frame.value("final").orElse(NOTHING).equals(new Value.Bool(false));
    return switch (frame.text("role")) {
      case "user", "caller" -> new CallerWords("", words, whole);
      case "assistant", "agent" -> whole ? new AgentWords("", "", words) : new Idle();
      default -> whole ? new SomebodysWords(words) : new Idle();
    };
  }

  private static VoiceSignal asked(Frame frame) {
    var function = frame.at("function");
    if (frame.text("id").isEmpty() || function.text("name").isEmpty()) return frame.unknown();
    var arguments = function.value("arguments").orElse(NOTHING);
    return Frame.asked("", frame.text("id"), function.text("name"), Optional.of(arguments));
  }
}
