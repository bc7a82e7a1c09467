package callflow.voice;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A pure codec between our words for a voice session and one wire protocol of the Grok service.
public interface VoiceDialect {

  /// Where to connect.
  ///
  /// @param service the configured address, such as `wss://api.x.ai/v1/realtime`
  /// @param conversation a lost conversation to resume; ignored without the capability
  URI endpoint(URI service, String model, Optional<String> conversation);

  VoiceCapabilities capabilities();

  /// The frames to send, in order; empty where the dialect has nothing for it.
  List<String> encode(VoiceRequest request);

  /// Never throws: what can't be read is [VoiceSignal.Unknown]. Signals in order.
  List<VoiceSignal> decode(String frame);

  /// The fast way for sound, both ways.
  AudioFrames audio();
}
