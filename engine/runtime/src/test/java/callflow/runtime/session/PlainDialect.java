package callflow.runtime.session;

import callflow.voice.AudioFrames;
import callflow.voice.VoiceCapabilities;
import callflow.voice.VoiceDialect;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A dialect that keeps requests as they are, for tests of the session. A frame of sound is `A`,
/// one character for the reply, and the base64.
final class PlainDialect implements VoiceDialect, AudioFrames {
  final List<VoiceRequest> sent = new ArrayList<>();
  Optional<String> resumed = Optional.empty();
  private final VoiceCapabilities capabilities;

  PlainDialect(VoiceCapabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Override
  public URI endpoint(URI service, String model, Optional<String> conversation) {
    resumed = conversation;
    return service;
  }

  @Override
  public VoiceCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public List<String> encode(VoiceRequest request) {
    sent.add(request);
    return List.of(request.toString());
  }

  @Override
  public List<VoiceSignal> decode(String frame) {
    return List.of(new VoiceSignal.Unknown(frame));
  }

  @Override
  public AudioFrames audio() {
    return this;
  }

  @Override
  public byte[] head() {
    return new byte[] {'<'};
  }

  @Override
  public byte[] tail() {
    return new byte[] {'>'};
  }

  @Override
  public boolean find(ByteBuffer frame, Place place) {
    if (frame.get(0) != 'A') return false;
    int end = capabilities.replyBoundaries() ? 2 : 1;
    place.replyStart = 1;
    place.replyEnd = end;
    place.itemStart = 1;
    place.itemEnd = end;
    place.audioStart = 2;
    place.audioEnd = frame.limit();
    return true;
  }
}
