package callflow.runtime.voice;

import callflow.runtime.audio.AudioBridge;
import callflow.voice.AudioFrames;
import callflow.voice.VoiceDialect;
import callflow.voice.VoiceSignal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reading side of one connection: sound goes straight to the bridge, everything else to the
/// call. Lives on the connection's thread.
final class Reading implements VoiceService.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private final int connection;
  private final VoiceDialect dialect;
  private final AudioBridge bridge;
  private final LongSupplier nanos;
  private final Consumer<VoiceMail> mailbox;
  private final AudioFrames.Place place = new AudioFrames.Place();
  private final LongAdder strange = new LongAdder();
  private volatile long lastSound;
  private volatile boolean replying;
  private volatile boolean over;
  private Optional<VoiceService.Socket> socket = Optional.empty();

  Reading(
      int connection,
      VoiceDialect dialect,
      AudioBridge bridge,
      LongSupplier nanos,
      Consumer<VoiceMail> mailbox) {
    this.connection = connection;
    this.dialect = dialect;
    this.bridge = bridge;
    this.nanos = nanos;
    this.mailbox = mailbox;
    this.lastSound = nanos.getAsLong();
  }

  /// The connection stands. It is closed at once if nobody wants it any more: the call may be over.
  synchronized void opened(VoiceService.Socket opened) {
    if (over) opened.close();
    else socket = Optional.of(opened);
  }

  /// Closes the connection, now or as soon as it stands; what still comes by it is not for us.
  synchronized void end() {
    over = true;
    long unread = strange.sumThenReset();
    if (unread > 0) LOG.info("{} frames of the voice service were not understood", unread);
    socket.ifPresent(VoiceService.Socket::close);
    socket = Optional.empty();
  }

  /// When sound came last, heard or not.
  long lastSound() {
    return lastSound;
  }

  /// Where the dialect does not number replies: the next sound begins a new one.
  void replyOver() {
    replying = false;
  }

  @Override
  public void frame(ByteBuffer text) {
    if (over) return;
    if (dialect.audio().find(text, place)) {
      sound(text);
    } else {
      dialect.decode(StandardCharsets.UTF_8.decode(text).toString()).forEach(this::signal);
    }
  }

  private void sound(ByteBuffer frame) {
    lastSound = nanos.getAsLong();
    if (!dialect.capabilities().replyBoundaries() && !replying) {
      signal(new VoiceSignal.ReplyStarted(""));
    }
    bridge.fromService(frame, place);
  }

  private void signal(VoiceSignal signal) {
    switch (signal) {
      case VoiceSignal.ReplyStarted(var reply) -> {
        replying = true;
        mail(signal, Optional.of(bridge.begin(reply)));
      }
      case VoiceSignal.ReplyAudio(var reply, var item, var base64) -> plain(reply, item, base64);
      case VoiceSignal.CallerCommitted _ -> {
        bridge.forgetOvertaken();
        mail(signal, Optional.empty());
      }
      case VoiceSignal.Idle _ -> {}
      // A service that babbles must not keep the call from its work.
      case VoiceSignal.Unknown _ -> strange.increment();
      case VoiceSignal _ -> mail(signal, Optional.empty());
    }
  }

  /// Sound in a frame the fast way could not read.
  private void plain(String reply, String item, String base64) {
    byte[] ids = (reply + item).getBytes(StandardCharsets.UTF_8);
    byte[] sound = base64.getBytes(StandardCharsets.US_ASCII);
    var spot = new AudioFrames.Place();
    spot.replyEnd = reply.getBytes(StandardCharsets.UTF_8).length;
    spot.itemStart = spot.replyEnd;
    spot.itemEnd = ids.length;
    spot.audioStart = ids.length;
    spot.audioEnd = ids.length + sound.length;
    lastSound = nanos.getAsLong();
    bridge.fromService(ByteBuffer.allocate(spot.audioEnd).put(ids).put(sound).flip(), spot);
  }

  private void mail(VoiceSignal signal, Optional<AudioBridge.Begun> begun) {
    mailbox.accept(new VoiceMail.Heard(connection, signal, begun));
  }

  @Override
  public void closed(String reason) {
    mailbox.accept(new VoiceMail.Down(connection, reason));
  }
}
