package callflow.runtime.voice;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.IncompleteHandshakeException;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;

/// Hands text frames on as bytes, before the library would make a string of each; everything a
/// server may send is bounded here.
final class BytesDraft extends Draft_6455 {
  /// The service's longest piece of sound is far below this.
  static final int MOST_FRAME_BYTES = 1 << 20;

  /// Frames one text may come in.
  static final int MOST_PIECES = 64;

  /// An answer to the request for a socket; the library would collect it without end.
  static final int MOST_ANSWER_BYTES = 16 * 1024;

  /// Frames that may wait to be written before a ping stays unanswered.
  static final int MOST_BEFORE_PONG = 250;

  private final VoiceService.Listener listener;
  private final LongAdder ignored;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int pieces;

  /// @param ignored counts binary frames, of which none was asked for
  BytesDraft(VoiceService.Listener listener, LongAdder ignored) {
    super(List.of(), MOST_FRAME_BYTES);
    this.listener = listener;
    this.ignored = ignored;
  }

  @Override
  public Handshakedata translateHandshake(ByteBuffer answer) throws InvalidHandshakeException {
    int length = answer.remaining();
    try {
      return super.translateHandshake(answer);
    } catch (IncompleteHandshakeException more) {
      if (length < MOST_ANSWER_BYTES) throw more;
      throw new InvalidHandshakeException("an answer without an end");
    }
  }

  @Override
  public void processFrame(WebSocketImpl connection, Framedata frame) throws InvalidDataException {
    switch (frame.getOpcode()) {
      case TEXT, CONTINUOUS -> text(frame);
      case BINARY -> ignored.increment();
      case PING -> {
        if (connection.outQueue.size() < MOST_BEFORE_PONG) super.processFrame(connection, frame);
      }
      case PONG, CLOSING -> super.processFrame(connection, frame);
    }
  }

  /// A text in several frames is put together, within bounds.
  private void text(Framedata frame) throws InvalidDataException {
    var payload = frame.getPayloadData();
    boolean first = frame.getOpcode() == Opcode.TEXT;
    if (first && frame.isFin()) {
      listener.frame(payload);
      return;
    }
    if (first) {
      begun.reset();
      pieces = 0;
    }
    if (++pieces > MOST_PIECES || begun.size() + payload.remaining() > MOST_FRAME_BYTES) {
      throw new InvalidDataException(CloseFrame.TOOBIG, "a text in too many pieces");
    }
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    begun.writeBytes(bytes);
    if (frame.isFin()) listener.frame(ByteBuffer.wrap(begun.toByteArray()));
  }

  @Override
  public Draft copyInstance() {
    return new BytesDraft(listener, ignored);
  }
}
