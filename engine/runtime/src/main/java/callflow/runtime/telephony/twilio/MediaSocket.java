package callflow.runtime.telephony.twilio;

import callflow.runtime.server.Socket;
import callflow.runtime.server.SocketListener;
import callflow.runtime.server.Tally;
import callflow.runtime.telephony.Pulse;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One media socket: a stranger until it shows a ticket, then the sound of one leg.
///
/// Listens on an I/O thread; sends on any.
final class MediaSocket implements SocketListener {
  static final int UNPROVEN_MESSAGES = 2;
  static final int UNPROVEN_BYTES = 16 * 1024;
  static final int BAD_FRAMES = 100;

  private static final String ENCODING = "audio/x-mulaw";
  private static final int RATE = 8000;
  private static final String STREAM_SID = "[A-Za-z0-9]{2,64}";

  private final Socket socket;
  private final Legs legs;
  private final Strangers strangers;
  private final Pulse pulse;
  private final Tally tally;
  private final DigitGate digits;
  private final long openedAt;
  private volatile long heardAt;
  private volatile boolean refused;

  private int messages;
  private int bytes;
  private int badFrames;
  private long sequence = -1;
  private String streamSid = "";
  private MediaScan scan = new MediaScan("");
  private volatile MediaFrames frames = new MediaFrames("");
  private volatile @Nullable TwilioLeg leg;

  MediaSocket(Socket socket, Legs legs, Strangers strangers, Pulse pulse, Tally tally) {
    this.socket = socket;
    this.legs = legs;
    this.strangers = strangers;
    this.pulse = pulse;
    this.tally = tally;
    this.openedAt = pulse.nanos();
    this.heardAt = openedAt;
    this.digits = new DigitGate(openedAt);
  }

  void play(ByteBuffer base64) {
    if (!frames.sound(base64, socket)) tally.count(Counted.SOUND_UNSENT);
  }

  /// Marks and clearing must not get lost: a socket that can't take them is of no use.
  void mark(String name) {
    if (!frames.mark(name, socket)) close(Socket.OUR_FAULT);
  }

  void clear() {
    if (!frames.clear(socket)) close(Socket.OUR_FAULT);
  }

  /// Ends the stream as the leg wishes it.
  void dismiss() {
    socket.close(Socket.NORMAL);
  }

  private void close(int code) {
    socket.close(code);
    var mine = leg;
    if (mine != null) mine.mediaGone(this);
  }

  boolean silentFor(Duration bound, long now) {
    return now - heardAt > bound.toNanos();
  }

  /// Closes the socket if it has not shown a ticket in time.
  void expire(Duration bound, long now) {
    if (leg == null && now - openedAt > bound.toNanos()) refuse(Counted.UNPROVEN);
  }

  @Override
  public void closed(int code) {
    strangers.remove(this);
    var mine = leg;
    if (mine != null) mine.mediaGone(this);
  }

  @Override
  public void text(ByteBuffer message) {
    var mine = leg;
    if (mine == null) {
      prove(message);
      return;
    }
    heardAt = pulse.nanos();
    switch (scan.scan(message)) {
      case SOUND -> {
        if (!follows(scan.sequence())) return;
        message.limit(scan.payloadEnd()).position(scan.payloadStart());
        mine.heard(message);
      }
      case BAD -> bad();
      case OTHER -> tell(mine, MediaEvents.read(message));
    }
  }

  /// On one connection nothing overtakes anything: a number that doesn't grow is not Twilio's.
  private boolean follows(long number) {
    if (number < 0) return true;
    if (number > sequence) {
      sequence = number;
      return true;
    }
    bad();
    return false;
  }

  private void tell(TwilioLeg mine, MediaEvent event) {
    switch (event) {
      case MediaEvent.Sound(var stream, var base64) when stream.equals(streamSid) ->
          mine.heard(base64);
      case MediaEvent.Digit(var stream, var number, var key) when stream.equals(streamSid) -> {
        if (follows(number)) pressed(mine, key);
      }
      case MediaEvent.MarkReached(var stream, var name) when stream.equals(streamSid) ->
          mine.markReached(name);
      case MediaEvent.Stopped(var stream) when stream.equals(streamSid) -> close(Socket.NORMAL);
      case MediaEvent.Connected _,
          MediaEvent.Started _,
          MediaEvent.Sound _,
          MediaEvent.Digit _,
          MediaEvent.MarkReached _,
          MediaEvent.Stopped _,
          MediaEvent.Unknown _ ->
          bad();
    }
  }

  private void pressed(TwilioLeg mine, char key) {
    if (digits.passes(pulse.nanos())) mine.pressed(key);
    else tally.count(Counted.DIGIT_DROPPED);
  }

  private void bad() {
    tally.count(Counted.BAD_FRAME);
    if (++badFrames < BAD_FRAMES) return;
    tally.count(Counted.BAD_SOCKET);
    close(Socket.POLICY);
  }

  private void prove(ByteBuffer message) {
    messages++;
    bytes += message.remaining();
    if (bytes > UNPROVEN_BYTES) {
      refuse(Counted.UNPROVEN);
      return;
    }
    switch (MediaEvents.read(message)) {
      case MediaEvent.Started started -> prove(started);
      case MediaEvent.Connected _ when messages < UNPROVEN_MESSAGES -> {}
      case MediaEvent _ -> refuse(Counted.UNPROVEN);
    }
  }

  private void prove(MediaEvent.Started started) {
    if (!started.encoding().equals(ENCODING) || started.rate() != RATE) {
      refuse(Counted.WRONG_FORMAT);
      return;
    }
    if (!started.streamSid().matches(STREAM_SID)) {
      refuse(Counted.UNPROVEN);
      return;
    }
    var claimed = legs.find(started.callSid());
    if (claimed.isEmpty() || !claimed.get().takeTicket(started.ticket())) {
      refuse(Counted.WRONG_TICKET);
      return;
    }
    streamSid = started.streamSid();
    scan = new MediaScan(streamSid);
    frames = new MediaFrames(streamSid);
    leg = claimed.get();
    strangers.remove(this);
    claimed.get().attach(this);
  }

  private void refuse(String reason) {
    if (refused) return;
    refused = true;
    tally.count(reason);
    socket.close(Socket.POLICY);
  }
}
