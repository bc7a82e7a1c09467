package callflow.runtime.voice;

import static callflow.runtime.voice.RudeService.Visitor.BINARY;
import static callflow.runtime.voice.RudeService.Visitor.CLOSE;
import static callflow.runtime.voice.RudeService.Visitor.PIECE;
import static callflow.runtime.voice.RudeService.Visitor.PING;
import static callflow.runtime.voice.RudeService.Visitor.PONG;
import static callflow.runtime.voice.RudeService.Visitor.TEXT;
import static callflow.runtime.voice.RudeService.Visitor.TEXT_BEGUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import callflow.runtime.voice.JavaWebSocketService.Patience;
import callflow.runtime.voice.RudeService.Manners;
import callflow.runtime.voice.RudeService.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that misbehave in every way we could think of; each time with a well-behaved one beside
/// it, which must notice nothing.
@Timeout(120)
class JavaWebSocketServiceTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Patience PATIENT = new Patience(LONG, LONG, Duration.ofMillis(100));
  private static final Patience BRIEF =
      new Patience(LONG, Duration.ofMillis(200), Duration.ofMillis(100));

  private final JavaWebSocketService service = new JavaWebSocketService(() -> "key", PATIENT);
  private final JavaWebSocketService brief = new JavaWebSocketService(() -> "key", BRIEF);

  @AutoClose private final RudeService polite = new RudeService(JavaWebSocketServiceTest::echo);
  private final Heard neighbour = new Heard();
  private VoiceService.Socket neighbours;

  @BeforeEach
  void connect_the_neighbour() throws Exception {
    neighbours = service.connect(polite.url("ws"), neighbour);
  }

  @AfterEach
  void nobody_else_noticed() throws Exception {
    neighbours.send("still there?");
    assertThat(neighbour.next()).isEqualTo("echo");
    neighbours.close();
    assertThat(polite.awaitGone()).isTrue();
  }

  private static void echo(Visitor visitor) throws IOException {
    visitor.welcome();
    for (int frame = visitor.nextFrame(); frame == TEXT; frame = visitor.nextFrame()) {
      visitor.frame(TEXT, "echo");
    }
    visitor.frame(CLOSE, new byte[] {3, (byte) 0xE8});
  }

  /// Writes down what a listener is told.
  private static final class Heard implements VoiceService.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void frame(ByteBuffer text) {
      heard.add(StandardCharsets.UTF_8.decode(text).toString());
    }

    @Override
    public void closed(String reason) {
      heard.add(reason);
    }

    String next() throws InterruptedException {
      return Optional.ofNullable(heard.poll(30, TimeUnit.SECONDS)).orElse("nothing");
    }
  }

  private static Manners welcomed(Manners then) {
    return visitor -> then.serve(visitor.welcome());
  }

  /// Connects to a server that spoils the connection.
  private String spoiled(Manners manners) throws Exception {
    try (var rude = new RudeService(welcomed(manners))) {
      var heard = new Heard();
      service.connect(rude.url("ws"), heard);
      var reason = heard.next();
      assertThat(rude.awaitGone()).isTrue();
      assertThat(heard.heard).isEmpty();
      return reason;
    }
  }

  private Throwable refused(JavaWebSocketService by, String scheme, Manners manners)
      throws Exception {
    try (var rude = new RudeService(manners)) {
      var heard = new Heard();
      var trouble = catchThrowable(() -> by.connect(rude.url(scheme), heard));
      assertThat(rude.awaitGone()).isTrue();
      assertThat(heard.heard).isEmpty();
      return trouble;
    }
  }

  @Test
  void an_announced_gigabyte_ends_the_connection() throws Exception {
    assertThat(spoiled(visitor -> visitor.write(Visitor.header(TEXT, 1L << 30))))
        .contains("closed with 1009");
  }

  @Test
  void an_announced_exabyte_ends_the_connection() throws Exception {
    assertThat(spoiled(visitor -> visitor.write(Visitor.header(TEXT, Long.MAX_VALUE))))
        .contains("closed with 1009");
    assertThat(
            spoiled(visitor ->
                visitor.write(new byte[] {(byte) TEXT, 127, -1, -1, -1, -1, -1, -1, -1, -1})))
        .contains("closed with 10");
  }

  @Test
  void two_megabytes_of_text_end_the_connection() throws Exception {
    assertThat(spoiled(visitor -> visitor.frame(TEXT, new byte[2 << 20])))
        .contains("closed with 1009");
  }

  @Test
  void pieces_without_an_end_end_the_connection() throws Exception {
    assertThat(
            spoiled(visitor -> {
              visitor.frame(TEXT_BEGUN, "a");
              for (int i = 0; i < 10_000; i++) visitor.frame(PIECE, "b");
            }))
        .contains("closed with 1009");
    assertThat(
            spoiled(visitor -> {
              visitor.frame(TEXT_BEGUN, new byte[600_000]);
              visitor.frame(PIECE, new byte[600_000]);
            }))
        .contains("closed with 1009");
  }

  @Test
  void a_text_that_is_no_text_ends_the_connection() throws Exception {
    assertThat(spoiled(visitor -> visitor.frame(TEXT, new byte[] {'a', (byte) 0xC0, (byte) 0x80})))
        .contains("closed with 1007");
  }

  @Test
  void a_frame_of_no_known_kind_ends_the_connection() throws Exception {
    assertThat(spoiled(visitor -> visitor.frame(0x83, "?"))).contains("closed with 1002");
    assertThat(spoiled(visitor -> visitor.frame(0xF1, "?"))).contains("closed with 1002");
  }

  @Test
  void a_line_that_breaks_is_told_once() throws Exception {
    assertThat(spoiled(visitor -> visitor.socket().close())).contains("closed with 1006");
  }

  @Test
  void pieces_are_put_together_and_binary_frames_are_passed_over() throws Exception {
    var manners =
        welcomed(visitor ->
            visitor
                .frame(TEXT_BEGUN, "one ")
                .frame(PING, "in between")
                .frame(PIECE, "two ")
                .frame(0x80, "three")
                .frame(BINARY, new byte[100_000])
                .frame(TEXT, "four"));
    try (var rude = new RudeService(manners)) {
      var heard = new Heard();
      var socket = service.connect(rude.url("ws"), heard);

      assertThat(heard.next()).isEqualTo("one two three");
      assertThat(heard.next()).isEqualTo("four");
      assertThat(service.ignored()).isEqualTo(1);
      socket.close();
      assertThat(rude.awaitGone()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 404})
  void an_answer_that_will_not_change_is_a_refusal(int status) throws Exception {
    assertThat(refused(service, "ws", answering(status)))
        .isInstanceOf(VoiceService.Refused.class)
        .hasMessage("the voice service answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 429, 500, 503})
  void an_answer_that_may_change_is_no_refusal(int status) throws Exception {
    assertThat(refused(service, "ws", answering(status)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(VoiceService.Refused.class)
        .hasMessage("the voice service answered " + status);
  }

  private static Manners answering(int status) {
    return visitor -> {
      visitor.request();
      visitor.write("HTTP/1.1 " + status + " Error 401 or so\r\nContent-Length: 2\r\n\r\n{}");
    };
  }

  @Test
  void whoever_hangs_up_at_once_has_closed_the_connection() throws Exception {
    assertThat(refused(service, "ws", visitor -> visitor.socket().close()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the voice service ");
  }

  @Test
  void an_answer_that_is_no_http_is_told() throws Exception {
    assertThat(
            refused(
                service,
                "ws",
                visitor -> {
                  visitor.request();
                  visitor.write("SSH-2.0-OpenSSH_9.6\r\n\r\n");
                }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the voice service ");
  }

  @Test
  void an_answer_without_an_end_is_cut_short() throws Exception {
    assertThat(
            refused(
                service,
                "ws",
                visitor -> {
                  visitor.request();
                  visitor.write("HTTP/1.1 101 Switching Protocols\r\n");
                  while (true) visitor.write("X-More: " + "x".repeat(1000) + "\r\n");
                }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the voice service ");
  }

  @Test
  void whoever_never_answers_is_given_up() throws Exception {
    assertThat(refused(brief, "ws", Visitor::request))
        .isInstanceOf(IOException.class)
        .hasMessage("the voice service did not answer in time");
  }

  @Test
  void a_port_that_does_not_speak_tls_is_told_or_given_up() throws Exception {
    assertThat(refused(service, "wss", visitor -> visitor.write("HTTP/1.1 400 Bad\r\n\r\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't be reached: Unsupported or unrecognized SSL message");
    assertThat(refused(brief, "wss", _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("the voice service did not answer in time");
  }

  @Test
  void a_port_nobody_listens_at_is_told() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var nowhere = URI.create("ws://127.0.0.1:" + port);

    assertThat(catchThrowable(() -> service.connect(nowhere, new Heard())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't be reached");
  }

  @Test
  void whoever_stops_reading_costs_sound_and_at_last_the_connection() throws Exception {
    var forever = new CountDownLatch(1);
    try (var rude = new RudeService(welcomed(_ -> forever.await()))) {
      var heard = new Heard();
      var socket = service.connect(rude.url("ws"), heard);
      var sound = ByteBuffer.allocate(64 * 1024);

      while (service.dropped() < 1_000) socket.send(new byte[] {'"'}, sound, new byte[] {'"'});
      assertThat(heard.heard).isEmpty();
      for (int i = 0; i < JavaWebSocketService.DEAD + 10; i++) socket.send("{}");

      assertThat(heard.next()).isEqualTo("closed with 1006: it does not read");
      socket.send("{}");
      socket.close();
      forever.countDown();
      assertThat(rude.awaitGone()).isTrue();
      assertThat(heard.heard).isEmpty();
      assertThat(writers()).hasSize(1);
    }
  }

  /// Where the library's writing threads are; the neighbour has one.
  private static List<String> writers() throws InterruptedException {
    long most = System.nanoTime() + LONG.toNanos();
    while (true) {
      var writers =
          Thread.getAllStackTraces().entrySet().stream()
              .filter(thread -> thread.getKey().getName().startsWith("WebSocketWriteThread"))
              .map(thread -> Arrays.toString(thread.getValue()))
              .toList();
      if (writers.size() <= 1 || System.nanoTime() > most) return writers;
      Thread.onSpinWait();
    }
  }

  @Test
  void pings_of_somebody_who_does_not_read_are_not_all_answered() throws Exception {
    int pings = 200_000;
    var pongs = new AtomicInteger();
    var counted = new CountDownLatch(1);
    Manners manners =
        visitor -> {
          var thousand = new ByteArrayOutputStream();
          for (int i = 0; i < 1000; i++) thousand.writeBytes(Visitor.framed(PING, new byte[125]));
          for (int i = 0; i < pings / 1000; i++) visitor.write(thousand.toByteArray());
          visitor.frame(TEXT, "all sent");
          for (int got = visitor.nextFrame(); got == PONG; got = visitor.nextFrame()) {
            pongs.incrementAndGet();
          }
          counted.countDown();
        };
    var unhurried = new JavaWebSocketService(() -> "key", new Patience(LONG, LONG, LONG));
    try (var rude = new RudeService(welcomed(manners))) {
      var heard = new Heard();
      var socket = unhurried.connect(rude.url("ws"), heard);
      assertThat(heard.next()).isEqualTo("all sent");
      socket.close();

      assertThat(counted.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(pongs.get()).isBetween(1, pings / 2);
    }
  }

  @Test
  void whoever_never_says_goodbye_is_left() throws Exception {
    try (var rude = new RudeService(welcomed(_ -> {}))) {
      var heard = new Heard();
      service.connect(rude.url("ws"), heard).close();

      assertThat(rude.awaitGone()).isTrue();
      assertThat(writers()).hasSize(1);
    }
  }
}
