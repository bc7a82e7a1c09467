package callflow.voice;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The dialect the Grok service speaks at `/v1/realtime`: OpenAI's event names, xAI's shapes.
///
/// A session is known by `session.created` and by `conversation.created`, in either order; both are
/// `Greeted`, the second with the id. A tool may be asked for twice under the same id: some servers
/// name it in one event, some in another, xAI in both.
///
/// @see "docs.x.ai, Speech to Speech; recordings of live sessions in pydantic-ai"
public final class RealtimeDialect implements VoiceDialect {
  private static final VoiceCapabilities CAPABILITIES =
      new VoiceCapabilities(true, true, true, true, true, true);

  private static final AudioFrames AUDIO =
      new SoundScan(
          "input_audio_buffer.append",
          List.of("response.output_audio.delta", "response.audio.delta"),
          "delta",
          Optional.of("response_id"),
          Optional.of("item_id"));

  @Override
  public URI endpoint(URI service, String model, Optional<String> conversation) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("model", model);
    parameters.put("conversation_id", conversation.orElse(""));
    return Addresses.with(service, parameters);
  }

  @Override
  public VoiceCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public List<String> encode(VoiceRequest request) {
    return RealtimeWriting.events(request).stream().map(JsonWriting::write).toList();
  }

  @Override
  public List<VoiceSignal> decode(String frame) {
    return RealtimeReading.signals(frame);
  }

  @Override
  public AudioFrames audio() {
    return AUDIO;
  }
}
