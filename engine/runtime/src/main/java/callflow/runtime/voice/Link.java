package callflow.runtime.voice;

import callflow.runtime.audio.AudioBridge;
import callflow.voice.VoiceDialect;
import callflow.voice.VoiceRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/// The session's connection to the service: one at a time, and what comes by an earlier one does
/// not count any more.
final class Link {
  /// The longest id of a conversation that is taken up again.
  private static final int LONGEST_ID = 200;

  private final VoiceDialect dialect;
  private final URI service;
  private final String model;
  private final AudioBridge bridge;
  private final CallClock clock;
  private final Consumer<VoiceMail> mailbox;
  private final Connecting connecting;

  private int number;
  private Optional<Reading> reading = Optional.empty();
  private Optional<VoiceService.Socket> socket = Optional.empty();
  private Optional<String> conversation = Optional.empty();

  Link(
      VoiceDialect dialect,
      URI service,
      String model,
      AudioBridge bridge,
      CallClock clock,
      Consumer<VoiceMail> mailbox,
      Connecting connecting) {
    this.dialect = dialect;
    this.service = service;
    this.model = model;
    this.bridge = bridge;
    this.clock = clock;
    this.mailbox = mailbox;
    this.connecting = connecting;
  }

  /// Connects in the background, unless that is under way.
  void open() {
    if (reading.isPresent()) return;
    number++;
    bridge.hold();
    var listener = new Reading(number, dialect, bridge, clock::nanos, mailbox);
    reading = Optional.of(listener);
    connecting.connect(number, dialect.endpoint(service, model, conversation), listener);
  }

  /// Whether this came by the present connection.
  boolean brought(VoiceMail mail) {
    return mail.connection() == number;
  }

  void up(VoiceService.Socket opened) {
    socket = Optional.of(opened);
  }

  boolean isUp() {
    return socket.isPresent();
  }

  /// The id by which the next connection takes the conversation up again.
  void knownAs(String id) {
    if (id.length() <= LONGEST_ID) conversation = Optional.of(id);
  }

  void send(VoiceRequest request) {
    socket.ifPresent(open -> dialect.encode(request).forEach(open::send));
  }

  /// The service hears the caller from now on.
  void carryCaller() {
    socket.ifPresent(open -> bridge.release(sound -> send(open, sound)));
  }

  private void send(VoiceService.Socket open, ByteBuffer sound) {
    open.send(dialect.audio().head(), sound, dialect.audio().tail());
  }

  /// Where the dialect does not number replies: the next sound begins a new one.
  void replyOver() {
    reading.ifPresent(Reading::replyOver);
  }

  /// Nanoseconds since the service sent sound, heard or not, or since we began to connect.
  long withoutSound() {
    return clock.nanos() - reading.map(Reading::lastSound).orElse(0L);
  }

  /// Closes the connection, also one that does not stand yet.
  void close() {
    reading.ifPresent(Reading::end);
    reading = Optional.empty();
    socket = Optional.empty();
    number++;
  }
}
