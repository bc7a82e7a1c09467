package callflow.voice;

import static callflow.voice.JsonWriting.number;
import static callflow.voice.JsonWriting.text;
import static callflow.voice.JsonWriting.with;

import callflow.value.Value;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The dialect spoken at `/v1/voice/agent`: `session.configure`, `audio.append`, `tool_call`.
///
/// The service does not greet: `Open` may be sent as soon as the socket is open. It numbers
/// nothing, says nothing of the caller's speech, and need not say whose words a transcript holds.
public final class VoiceAgentDialect implements VoiceDialect {
  private static final VoiceCapabilities CAPABILITIES =
      new VoiceCapabilities(false, false, false, false, false, false);

  private static final AudioFrames AUDIO =
      new SoundScan(
          "audio.append", List.of("audio.delta"), "audio", Optional.empty(), Optional.empty());

  private static final String YOUR_TURN = "It is your turn to speak to the caller now.";

  /// The model is named in the session, so that the address is taken as configured.
  @Override
  public URI endpoint(URI service, String model, Optional<String> conversation) {
    return service;
  }

  @Override
  public VoiceCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public List<String> encode(VoiceRequest request) {
    return event(request).map(JsonWriting::write).stream().toList();
  }

  private static Optional<Value.Fields> event(VoiceRequest request) {
    return switch (request) {
      case VoiceRequest.Open(var settings, var brief) -> Optional.of(configure(settings, brief));
      case VoiceRequest.Change(var settings, var brief) -> Optional.of(configure(settings, brief));
      case VoiceRequest.ChangeLanguage(var settings, var brief) ->
          Optional.of(configure(settings, brief));
      case VoiceRequest.SpeakExactly(var text, _) ->
          Optional.of(direction("Say to the caller, word for word and nothing else: " + text));
      case VoiceRequest.SpeakFreely(var note) when note.isBlank() ->
          Optional.of(direction(YOUR_TURN));
      case VoiceRequest.SpeakFreely(var note) -> Optional.of(direction(note + " " + YOUR_TURN));
      case VoiceRequest.AnswerTool(var id, var output) ->
          Optional.of(
              with("type", "tool_result")
                  .with("tool_call_id", text(id.value()))
                  .with("result", text(output)));
      case VoiceRequest.StopReply _ -> Optional.of(with("type", "conversation.interrupt"));
      case VoiceRequest.Truncate _ -> Optional.empty();
      case VoiceRequest.EndCallerTurn() -> Optional.of(with("type", "audio.commit"));
    };
  }

  /// The whole configuration each time: nothing says that one is merged into the one before.
  private static Value.Fields configure(SessionSettings settings, Brief brief) {
    String audio = AudioNames.of(settings.audio());
    var config =
        with("model", settings.model())
            .with("voice", text(settings.voice().name()))
            .with("input_audio_format", text(audio))
            .with("output_audio_format", text(audio))
            .with("sample_rate", number(settings.audio().rate()))
            .with("instructions", text(brief.instructions()))
            .with("tools", Tools.nested(brief.functions()));
    return with("type", "session.configure").with("config", config);
  }

  /// Brackets tell the model that no caller said this.
  private static Value.Fields direction(String text) {
    return with("type", "text.append").with("text", text("[" + text + "]"));
  }

  @Override
  public List<VoiceSignal> decode(String frame) {
    return List.of(VoiceAgentReading.signal(Frame.read(frame)));
  }

  @Override
  public AudioFrames audio() {
    return AUDIO;
  }
}
