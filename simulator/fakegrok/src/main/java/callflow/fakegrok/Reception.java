package callflow.fakegrok;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import org.xnio.IoUtils;

/// Takes a client's frames off Undertow's threads, within bounds.
final class Reception extends AbstractReceiveListener {
  private static final long MAX_TEXT = 1 << 20;
  private static final long MAX_BINARY = 1 << 18;

  private final Session session;

  Reception(Session session) {
    this.session = session;
  }

  @Override
  protected long getMaxTextBufferSize() {
    return MAX_TEXT;
  }

  @Override
  protected long getMaxBinaryBufferSize() {
    return MAX_BINARY;
  }

  @Override
  protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
    session.text(message.getData());
  }

  @Override
  protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    try (var buffers = message.getData()) {
      session.sound(WebSockets.mergeBuffers(buffers.getResource()).array());
    }
  }

  @Override
  protected void onError(WebSocketChannel channel, Throwable trouble) {
    IoUtils.safeClose(channel);
  }
}
