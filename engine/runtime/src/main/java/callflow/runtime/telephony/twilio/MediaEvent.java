package callflow.runtime.telephony.twilio;

import java.nio.ByteBuffer;

/// One message of a media socket.
///
/// @see "Twilio: Media Streams, WebSocket messages"
sealed interface MediaEvent {
  record Connected() implements MediaEvent {}

  /// The stream begins.
  ///
  /// @param ticket empty if there was none
  record Started(String streamSid, String callSid, String ticket, String encoding, int rate)
      implements MediaEvent {}

  /// Sound in a frame too unusual for [MediaScan].
  ///
  /// @param base64 checked
  record Sound(String streamSid, ByteBuffer base64) implements MediaEvent {}

  /// The caller pressed a key.
  ///
  /// @param sequence the frame's number, or -1 if it has none
  record Digit(String streamSid, long sequence, char key) implements MediaEvent {}

  record MarkReached(String streamSid, String name) implements MediaEvent {}

  record Stopped(String streamSid) implements MediaEvent {}

  /// No JSON, an event we don't know, or one that lacks what it must have.
  record Unknown() implements MediaEvent {}
}
