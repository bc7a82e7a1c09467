package callflow.runtime.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/// One WebSocket on a connection that was upgraded.
///
/// Reading happens on the connection's I/O thread only. Writing happens on whichever thread sends,
/// under a lock that is never held while a listener is called; what the network doesn't take at
/// once waits in a bounded buffer for the I/O thread.
final class OpenSocket implements Socket, FrameReader.Sink {
  static final String REFUSED_TEXT = "socket-full";
  static final String FAULTY = "socket-faulty";
  static final String LISTENER_THREW = "socket-listener-threw";

  private static final Logger LOG = LoggerFactory.getLogger(OpenSocket.class);

  /// How long a peer may take to answer our good-bye.
  private static final long GOODBYE_SECONDS = 2;

  /// So that one busy socket doesn't keep the I/O thread from the others.
  private static final int READS_A_TURN = 16;

  private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);
  private static final byte[] NOTHING = {};

  private final StreamConnection connection;
  private final Tally tally;
  private final Consumer<OpenSocket> whenGone;
  private final FrameReader reader;
  private final ByteBuffer discarded = ByteBuffer.allocate(FrameReader.USUAL_BYTES);

  private final ReentrantLock writing = new ReentrantLock();
  private final FrameWriter writer;

  /// Guarded by `writing`: the I/O thread sends the rest.
  private boolean armed;

  private final AtomicBoolean gone = new AtomicBoolean();

  /// Guarded by `writing` for changes: our good-bye is on its way.
  private volatile boolean leaving;

  private volatile int closeCode = ABNORMAL;
  private @Nullable SocketListener listener;

  OpenSocket(
      StreamConnection connection,
      ServerLimits limits,
      Tally tally,
      Consumer<OpenSocket> whenGone) {
    this.connection = connection;
    this.tally = tally;
    this.whenGone = whenGone;
    this.reader = new FrameReader(limits);
    this.writer = new FrameWriter(limits.waitingBytes());
  }

  /// Begins to listen. On the connection's I/O thread.
  void open(Function<Socket, SocketListener> visitor) {
    listener = visitor.apply(this);
    connection.getSinkChannel().setWriteListener(_ -> writable());
    connection.getSourceChannel().setReadListener(_ -> readable());
    connection.setCloseListener(_ -> finish());
    connection.getSourceChannel().wakeupReads();
  }

  @Override
  public boolean sendText(byte[] head, ByteBuffer middle, byte[] tail) {
    writing.lock();
    try {
      if (leaving) return false;
      if (writer.addText(head, middle, tail)) return flush();
    } finally {
      writing.unlock();
    }
    tally.count(REFUSED_TEXT);
    return false;
  }

  @Override
  public boolean sendText(byte[] message) {
    return sendText(message, NO_BYTES, NOTHING);
  }

  @Override
  public void close(int code) {
    if (sayGoodbye(code)) {
      connection.getIoThread().executeAfter(this::finish, GOODBYE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /// Says it once.
  ///
  /// @return false if it was said before
  private boolean sayGoodbye(int code) {
    writing.lock();
    try {
      if (leaving) return false;
      leaving = true;
      closeCode = code;
      writer.addClose(code);
      flush();
      return true;
    } finally {
      writing.unlock();
    }
  }

  /// Sends what the network takes; with the lock.
  private boolean flush() {
    var sink = connection.getSinkChannel();
    try {
      while (writer.owed().hasRemaining()) {
        if (sink.write(writer.owed()) == 0) {
          armed = true;
          sink.resumeWrites();
          return true;
        }
      }
      writer.shrink();
      if (armed) sink.suspendWrites();
      armed = false;
      if (leaving) {
        sink.shutdownWrites();
        sink.flush();
      }
      return true;
    } catch (IOException _) {
      leaving = true;
      connection.getIoThread().execute(this::finish);
      return false;
    }
  }

  private void writable() {
    writing.lock();
    try {
      flush();
    } finally {
      writing.unlock();
    }
  }

  private void readable() {
    try {
      for (int turn = 0; turn < READS_A_TURN; turn++) {
        int read = connection.getSourceChannel().read(leaving ? discarded.clear() : reader.space());
        if (read < 0) {
          finish();
          return;
        }
        if (read == 0) break;
        if (!leaving) fault(reader.drain(this));
      }
      connection.getSourceChannel().resumeReads();
    } catch (IOException _) {
      finish();
    } catch (RuntimeException e) {
      LOG.error("The listener of a socket threw", e);
      tally.count(LISTENER_THREW);
      close(OUR_FAULT);
      connection.getSourceChannel().resumeReads();
    }
  }

  private void fault(int code) {
    if (code == 0) return;
    tally.count(FAULTY);
    close(code);
  }

  @Override
  public void text(ByteBuffer message) {
    if (listener != null && !leaving) listener.text(message);
  }

  @Override
  public void ping(ByteBuffer payload) {
    boolean sent;
    writing.lock();
    try {
      sent = leaving || (writer.addPong(payload) && flush());
    } finally {
      writing.unlock();
    }
    if (!sent) close(OUR_FAULT);
  }

  @Override
  public void goodbye(int code) {
    close(maySend(code) ? code : NORMAL);
    closeCode = code;
    if (!owes()) finish();
  }

  private boolean owes() {
    writing.lock();
    try {
      return writer.owed().hasRemaining();
    } finally {
      writing.unlock();
    }
  }

  /// Codes from 1004 to 1006 are never put on the wire.
  private static boolean maySend(int code) {
    return code >= NORMAL && code < 5000 && (code < 1004 || code > ABNORMAL);
  }

  /// On the I/O thread.
  private void finish() {
    if (!gone.compareAndSet(false, true)) return;
    leaving = true;
    IoUtils.safeClose(connection);
    whenGone.accept(this);
    if (listener != null) listener.closed(closeCode);
  }
}
