package callflow.runtime.server;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.Options;

/// Listens on one port and answers by its routes.
///
/// Requests are answered on virtual threads, sockets are heard on few I/O threads. Behind it there
/// is plain HTTP/1.1: TLS ends at the proxy in front.
public final class CallServer implements AutoCloseable {
  private final Undertow undertow;
  private final ExecutorService threads;
  private final Upgrades upgrades;
  private final Reception reception;
  private final Tally tally;
  private final AtomicBoolean closed = new AtomicBoolean();

  private CallServer(
      Undertow undertow,
      ExecutorService threads,
      Upgrades upgrades,
      Reception reception,
      Tally tally) {
    this.undertow = undertow;
    this.threads = threads;
    this.upgrades = upgrades;
    this.reception = reception;
    this.tally = tally;
  }

  /// Opens the port and begins to answer.
  ///
  /// @param port 0 for any that is free; see [#address]
  /// @throws RuntimeException if the port can't be had
  public static CallServer start(
      String host, int port, ServerLimits limits, List<? extends Route> routes) {
    var tally = new Tally();
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var upgrades = new Upgrades(limits, tally);
    var reception = new Reception(List.copyOf(routes), limits, tally, threads, upgrades);
    var undertow = undertow(host, port, limits, reception);
    undertow.start();
    return new CallServer(undertow, threads, upgrades, reception, tally);
  }

  private static Undertow undertow(String host, int port, ServerLimits limits, Reception all) {
    return Undertow.builder()
        .addHttpListener(port, host, all)
        .setWorkerThreads(1)
        .setSocketOption(Options.READ_TIMEOUT, (int) limits.read().toMillis())
        .setSocketOption(Options.TCP_NODELAY, true)
        .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
        .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections())
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.parse().toMillis())
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idle().toMillis())
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) limits.entityBytes())
        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, limits.headerBytes())
        .setServerOption(UndertowOptions.MAX_HEADERS, limits.headers())
        .setServerOption(UndertowOptions.DECODE_URL, false)
        .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
        .build();
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
  }

  /// What was refused, cut off or malformed.
  public Tally tally() {
    return tally;
  }

  /// WebSockets that are open now.
  public int openSockets() {
    return upgrades.count();
  }

  /// Refuses new requests, waits a bounded time for those in flight, says good-bye to all sockets
  /// and gives the port back.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    try {
      reception.close();
      upgrades.closeAll();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    undertow.stop();
    threads.shutdown();
  }
}
