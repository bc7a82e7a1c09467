package callflow.voice;

import callflow.value.AudioFormat;
import callflow.value.Value;
import callflow.voice.VoiceSignal.AgentWords;
import callflow.voice.VoiceSignal.CallerCommitted;
import callflow.voice.VoiceSignal.CallerStarted;
import callflow.voice.VoiceSignal.CallerStopped;
import callflow.voice.VoiceSignal.CallerWords;
import callflow.voice.VoiceSignal.Configured;
import callflow.voice.VoiceSignal.Greeted;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ReplyAudio;
import callflow.voice.VoiceSignal.ReplyEnded;
import callflow.voice.VoiceSignal.ReplyStarted;
import java.util.List;
import java.util.Optional;

/// The server's events of the realtime dialect, as xAI and as OpenAI send them.
final class RealtimeReading {
  private RealtimeReading() {}

  static List<VoiceSignal> signals(String json) {
    var frame = Frame.read(json);
    return frame.type().equals("response.done") ? ended(frame) : List.of(signal(frame));
  }

  private static VoiceSignal signal(Frame frame) {
    String item = frame.text("item_id");
    String reply = frame.text("response_id");
    return switch (frame.type()) {
      case "session.created" -> new Greeted(Optional.empty());
      case "conversation.created" -> greeted(frame.at("conversation").text("id"));
      case "session.updated" -> new Configured(output(frame.at("session")));

      case "input_audio_buffer.speech_started" -> new CallerStarted(item);
      case "input_audio_buffer.speech_stopped" -> new CallerStopped(item);
      case "input_audio_buffer.committed" -> new CallerCommitted(item);
      case "conversation.item.input_audio_transcription.updated" ->
          new CallerWords(item, frame.text("transcript"), false);
      case "conversation.item.input_audio_transcription.completed",
          "input_audio_transcription.completed" ->
          new CallerWords(item, frame.text("transcript"), isFinal(frame));
      case "conversation.item.input_audio_transcription.failed" -> new CallerWords(item, "", true);

      case "response.created" -> new ReplyStarted(replyOf(frame));
      case "response.output_audio.delta", "response.audio.delta" ->
          frame.isText("delta")
              ? new ReplyAudio(reply, item, frame.text("delta"))
              : frame.unknown();
      case "response.output_audio_transcript.done", "response.audio_transcript.done" ->
          new AgentWords(reply, item, frame.text("transcript"));
      case "response.output_text.done", "response.text.done" ->
          new AgentWords(reply, item, frame.text("text"));

      // xAI names the function in both; one stand-in only here, another only in the item below.
      case "response.function_call_arguments.done" ->
          Frame.asked(reply, frame.text("call_id"), frame.text("name"), frame.value("arguments"));
      case "response.output_item.done" -> itemDone(reply, frame.at("item"));

      case "error" -> Complaints.of(frame);
      default -> isOfNoConcern(frame.type()) ? new Idle() : frame.unknown();
    };
  }

  private static VoiceSignal greeted(String conversation) {
    return new Greeted(Optional.of(conversation).filter(id -> !id.isEmpty()));
  }

  /// xAI sends snapshots under the same name, marked `in_progress`; OpenAI sends no status.
  private static boolean isFinal(Frame frame) {
    return !frame.says("status") || frame.text("status").equals("completed");
  }

  private static String replyOf(Frame frame) {
    String id = frame.at("response").text("id");
    return id.isEmpty() ? frame.text("response_id") : id;
  }

  private static VoiceSignal itemDone(String reply, Frame item) {
    boolean call = item.type().equals("function_call");
    return call && !item.text("status").equals("incomplete")
        ? Frame.asked(reply, item.text("call_id"), item.text("name"), item.value("arguments"))
        : new Idle();
  }

  /// A reply that failed says why inside of it.
  private static List<VoiceSignal> ended(Frame frame) {
    var response = frame.at("response");
    String status = response.text("status");
    var ended = new ReplyEnded(replyOf(frame), status.isEmpty() || status.equals("completed"));
    var details = response.at("status_details");
    return details.value("error").isPresent()
        ? List.of(Complaints.of(details), ended)
        : List.of(ended);
  }

  private static Optional<AudioFormat> output(Frame session) {
    var format = session.at("audio").at("output").at("format");
    return switch (format.type()) {
      case "audio/pcmu" -> Optional.of(AudioFormat.MU_LAW);
      case "audio/pcma" -> Optional.of(AudioFormat.A_LAW);
      case "audio/pcm" -> AudioNames.pcm(format.value("rate"), AudioNames.REALTIME_RATE);
      default -> AudioNames.format(session.text("output_audio_format"), Optional.<Value>empty());
    };
  }

  /// Events that tell us nothing we don't learn from others. What a resumed conversation replays is
  /// among them: it has been heard before.
  private static boolean isOfNoConcern(String type) {
    return switch (type) {
      case "ping",
          "conversation.item.added",
          "conversation.item.created",
          "conversation.item.done",
          "conversation.item.deleted",
          "conversation.item.retrieved",
          "conversation.item.truncated",
          "conversation.item.input_audio_transcription.delta",
          "conversation.item.input_audio_transcription.segment",
          "input_audio_buffer.cleared",
          "input_audio_buffer.timeout_triggered",
          "input_audio_buffer.dtmf_event_received",
          "rate_limits.updated",
          "response.cancelled",
          "response.output_item.added",
          "response.content_part.added",
          "response.content_part.done",
          "response.output_audio.done",
          "response.audio.done",
          "response.output_audio_transcript.delta",
          "response.audio_transcript.delta",
          "response.output_text.delta",
          "response.text.delta",
          "response.function_call_arguments.delta" ->
          true;
      default ->
          type.startsWith("mcp_list_tools.")
              || type.startsWith("response.mcp_call")
              || type.startsWith("output_audio_buffer.");
    };
  }
}
