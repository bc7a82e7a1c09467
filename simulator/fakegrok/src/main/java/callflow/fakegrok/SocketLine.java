package callflow.fakegrok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;

/// A line over a WebSocket of Undertow; a client that doesn't read is cut off.
final class SocketLine implements Line {
  private static final long SEND_MILLIS = 5_000;
  private static final int MAX_UNSENT = 2_000;

  private final WebSocketChannel channel;
  private final Witness witness;
  private final AtomicInteger unsent = new AtomicInteger();
  private volatile boolean muted;
  private volatile boolean dropping;

  private final WebSocketCallback<Void> sent =
      new WebSocketCallback<>() {
        @Override
        public void complete(WebSocketChannel ignored, Void context) {
          if (unsent.decrementAndGet() == 0 && dropping) cut();
        }

        @Override
        public void onError(WebSocketChannel ignored, Void context, Throwable trouble) {
          cut();
        }
      };

  SocketLine(WebSocketChannel channel, Witness witness) {
    this.channel = channel;
    this.witness = witness;
  }

  @Override
  public void send(ObjectNode frame) {
    if (muted) return;
    String text = frame.toString();
    witness.said(frame.path("type").asText(""), text);
    sendRaw(text);
  }

  @Override
  public void sendRaw(String text) {
    if (isReady()) WebSockets.sendText(text, channel, sent, SEND_MILLIS);
  }

  @Override
  public void sendBinary(byte[] bytes) {
    if (isReady()) WebSockets.sendBinary(ByteBuffer.wrap(bytes), channel, sent, SEND_MILLIS);
  }

  @Override
  public void mute() {
    muted = true;
  }

  /// What was sent before still arrives.
  @Override
  public void drop() {
    muted = true;
    dropping = true;
    if (unsent.get() == 0) cut();
  }

  @Override
  public void close(int code, String reason) {
    witness.closed(code);
    WebSockets.sendClose(code, reason, channel, null);
  }

  private boolean isReady() {
    if (muted || !channel.isOpen()) return false;
    if (unsent.incrementAndGet() <= MAX_UNSENT) return true;
    cut();
    return false;
  }

  private void cut() {
    witness.closed(1006);
    IoUtils.safeClose(channel);
  }
}
