package callflow.fakegrok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of one socket: takes what came in, and does what is due, one after the other.
final class Session implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int MAX_WAITING = 4_096;
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final BlockingQueue<Inbound> mailbox = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Dialect dialect;
  private final Office office;
  private boolean over;

  /// What a socket brings.
  private sealed interface Inbound {
    record Text(String text) implements Inbound {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Sound(byte[] bytes) implements Inbound {}

    record Gone() implements Inbound {}
  }

  Session(Dialect dialect, Office office) {
    this.dialect = dialect;
    this.office = office;
  }

  void text(String text) {
    take(new Inbound.Text(text));
  }

  void sound(byte[] bytes) {
    take(new Inbound.Sound(bytes));
  }

  /// The socket is closed; may be said more than once.
  void gone() {
    while (!mailbox.offer(new Inbound.Gone())) mailbox.poll();
  }

  private void take(Inbound inbound) {
    if (!mailbox.offer(inbound)) office.line().drop();
  }

  @Override
  public void run() {
    try {
      office.agenda().after(LONGEST, this::tooLong);
      dialect.opened();
      while (!over) {
        office.agenda().doDue();
        long wait = office.agenda().untilNext(LONGEST_WAIT_NANOS);
        var inbound = mailbox.poll(wait, TimeUnit.NANOSECONDS);
        if (inbound != null) happened(inbound);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      LOG.error("the stand-in has a bug; its session is closed", bug);
      office.line().close(1011, "the stand-in has a bug");
    } finally {
      dialect.closed();
    }
  }

  private void happened(Inbound inbound) {
    switch (inbound) {
      case Inbound.Text(String text) ->
          Json.read(text)
              .ifPresentOrElse(
                  frame -> received(frame, text),
                  () -> dialect.unreadable("The frame is no JSON object."));
      case Inbound.Sound(byte[] bytes) -> dialect.sound(bytes);
      case Inbound.Gone() -> over = true;
    }
  }

  private void received(ObjectNode frame, String text) {
    String type = frame.path("type").asText("");
    office.witness().saw(type, text);
    dialect.frame(type, frame);
  }

  private void tooLong() {
    dialect.unreadable("The session has reached its maximum duration.");
    office.line().close(1001, "maximum duration reached");
  }
}
