package callflow.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.runtime.server.Entrance.Decision;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CallServerSocketTest {
  private static final ServerLimits TIGHT =
      new ServerLimits(
          100,
          10,
          1000,
          4000,
          50,
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          100_000,
          4,
          1_000_000,
          Duration.ofSeconds(20));

  /// What happened on the server's side, in order.
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private final BlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();

  @AutoClose
  private final CallServer server =
      CallServer.start(
          "127.0.0.1",
          0,
          TIGHT,
          List.of(
              new Route.WebSocket("/echo", _ -> new Decision.Enter(this::echo)),
              new Route.WebSocket("/no", _ -> new Decision.Refuse(Response.empty(403)))));

  private SocketListener echo(Socket socket) {
    sockets.add(socket);
    return new SocketListener() {
      @Override
      public void text(ByteBuffer message) {
        var text = StandardCharsets.UTF_8.decode(message.duplicate()).toString();
        if (text.equals("throw")) throw new IllegalStateException("on purpose");
        socket.sendText("<".getBytes(StandardCharsets.UTF_8), message, new byte[] {'>'});
      }

      @Override
      public void closed(int code) {
        told.add("closed " + code);
      }
    };
  }

  private URI uri(String path) {
    return URI.create("ws://127.0.0.1:" + server.address().getPort() + path);
  }

  private String nextTold() throws InterruptedException {
    return told.poll(30, TimeUnit.SECONDS);
  }

  private Wire open() throws Exception {
    var wire = new Wire(server.address());
    assertThat(wire.upgrade("/echo")).startsWith("HTTP/1.1 101 ");
    return wire;
  }

  /// A client of a library that is not ours.
  private static final class Client extends WebSocketClient {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    Client(URI uri) {
      super(uri);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      // nothing to say yet
    }

    @Override
    public void onMessage(String message) {
      heard.add(message);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      heard.add("closed " + code);
    }

    @Override
    public void onError(Exception e) {
      heard.add("error");
    }

    String next() throws InterruptedException {
      return heard.poll(30, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 124, 125, 126, 4080, 4090, 5000, 65_535, 65_536, 99_990})
  void text_of_any_length_comes_and_goes(int length) throws Exception {
    var client = new Client(uri("/echo"));
    client.connectBlocking();

    client.send("ä" + "x".repeat(length));
    client.send("second");

    assertThat(client.next()).isEqualTo("<ä" + "x".repeat(length) + ">");
    assertThat(client.next()).isEqualTo("<second>");
    client.closeBlocking();
    assertThat(client.next()).isEqualTo("closed 1000");
    assertThat(nextTold()).isEqualTo("closed 1000");
  }

  @Test
  void thousands_of_messages_in_one_go_come_back_in_order() throws Exception {
    var client = new Client(uri("/echo"));
    client.connectBlocking();

    for (int i = 0; i < 5_000; i++) client.send(i + "x".repeat(i % 700));

    for (int i = 0; i < 5_000; i++) {
      assertThat(client.next()).isEqualTo("<" + i + "x".repeat(i % 700) + ">");
    }
    client.closeBlocking();
  }

  @Test
  void the_client_of_the_jdk_gets_on_with_it_and_its_fragments_are_joined() throws Exception {
    var heard = new LinkedBlockingQueue<String>();
    try (var http = HttpClient.newHttpClient()) {
      var client =
          http.newWebSocketBuilder().buildAsync(uri("/echo"), new JdkListener(heard)).get();

      client.sendText("one, ", false).get();
      client.sendPing(ByteBuffer.wrap(new byte[] {7})).get();
      client.sendText("two, ", false).get();
      client.sendText("three", true).get();

      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("pong 7");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("<one, two, three>");
      sockets.take().close(Socket.NORMAL);
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("closed 1000");
    }
    assertThat(nextTold()).isEqualTo("closed 1000");
  }

  private record JdkListener(BlockingQueue<String> heard) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.add(text.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard.add("pong " + message.get(0));
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.add("closed " + code);
      return null;
    }
  }

  @Test
  void who_may_not_enter_gets_the_answer_of_the_door() throws Exception {
    try (var wire = new Wire(server.address())) {
      assertThat(wire.upgrade("/no")).startsWith("HTTP/1.1 403");
    }
    assertThat(server.tally().of(Upgrades.REFUSED)).isEqualTo(1);
  }

  @Test
  void a_request_that_is_no_whole_handshake_is_400() throws Exception {
    try (var wire = new Wire(server.address())) {
      wire.send("GET /echo HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n");

      assertThat(wire.head()).startsWith("HTTP/1.1 400");
    }
    assertThat(server.tally().of(Upgrades.MALFORMED)).isEqualTo(1);
  }

  @Test
  void what_comes_right_behind_the_handshake_is_not_lost() throws Exception {
    try (var wire = new Wire(server.address())) {
      wire.send(
          """
          GET /echo HTTP/1.1\r
          Host: x\r
          Connection: keep-alive, Upgrade\r
          Upgrade: WebSocket\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
          \r
          """);
      wire.send(Wire.frame(0x81, "early"));

      assertThat(wire.head()).contains("Sec-WebSocket-Accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI=");
      assertThat(wire.text()).isEqualTo("<early>");
    }
  }

  @Test
  void a_frame_that_comes_byte_by_byte_is_one_message() throws Exception {
    try (var wire = open()) {
      for (byte one : Wire.frame(0x81, "x".repeat(200))) wire.send(new byte[] {one});

      assertThat(wire.text()).isEqualTo("<" + "x".repeat(200) + ">");
    }
  }

  @Test
  void a_binary_frame_closes_with_1003_and_leaves_others_alone() throws Exception {
    try (var good = open();
        var bad = open()) {
      bad.send(Wire.frame(0x82, "x"));

      assertThat(bad.closeCode()).isEqualTo(Socket.NOT_TEXT);
      assertThat(nextTold()).isEqualTo("closed 1003");
      good.send(Wire.frame(0x81, "still there"));
      assertThat(good.text()).isEqualTo("<still there>");
    }
  }

  @Test
  void a_message_beyond_the_limit_closes_with_1009_before_it_is_read() throws Exception {
    try (var wire = open()) {
      wire.send(Wire.head(0x81, 1L << 40).toByteArray()).send(new byte[] {0, 0, 0, 0});

      assertThat(wire.closeCode()).isEqualTo(Socket.TOO_BIG);
    }
    try (var wire = open()) {
      wire.send(Wire.head(0x81, -1L >>> 1).toByteArray()).send(new byte[] {0, 0, 0, 0});

      assertThat(wire.closeCode()).isEqualTo(Socket.TOO_BIG);
    }
    assertThat(server.tally().of(OpenSocket.FAULTY)).isEqualTo(2);
  }

  @Test
  void fragments_are_bounded_in_number_and_in_sum() throws Exception {
    try (var wire = open()) {
      wire.send(Wire.frame(0x01, "1")).send(Wire.frame(0x00, "2")).send(Wire.frame(0x00, ""));
      wire.send(Wire.frame(0x80, "4"));
      assertThat(wire.text()).isEqualTo("<124>");

      wire.send(Wire.frame(0x01, "1"));
      for (int i = 0; i < 4; i++) wire.send(Wire.frame(0x00, ""));
      assertThat(wire.closeCode()).isEqualTo(Socket.TOO_BIG);
    }
    try (var wire = open()) {
      wire.send(Wire.frame(0x01, "x".repeat(60_000))).send(Wire.frame(0x80, "x".repeat(60_000)));
      assertThat(wire.closeCode()).isEqualTo(Socket.TOO_BIG);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC1, 0x83, 0x80, 0x09, 0x8B})
  void reserved_bits_opcodes_and_split_control_frames_break_the_protocol(int first)
      throws Exception {
    try (var wire = open()) {
      wire.send(Wire.frame(first, "x"));

      assertThat(wire.closeCode()).isEqualTo(Socket.PROTOCOL_ERROR);
    }
  }

  @Test
  void text_without_a_mask_and_long_pings_break_the_protocol() throws Exception {
    try (var wire = open()) {
      wire.send(new byte[] {(byte) 0x81, 1, 'x'});
      assertThat(wire.closeCode()).isEqualTo(Socket.PROTOCOL_ERROR);
    }
    try (var wire = open()) {
      wire.send(Wire.frame(0x89, "x".repeat(126)));
      assertThat(wire.closeCode()).isEqualTo(Socket.PROTOCOL_ERROR);
    }
  }

  @Test
  void a_message_inside_a_fragmented_one_breaks_the_protocol() throws Exception {
    try (var wire = open()) {
      wire.send(Wire.frame(0x01, "a")).send(Wire.frame(0x81, "b"));

      assertThat(wire.closeCode()).isEqualTo(Socket.PROTOCOL_ERROR);
    }
  }

  @Test
  void a_connection_that_breaks_is_told_as_1006() throws Exception {
    open().close();

    assertThat(nextTold()).isEqualTo("closed 1006");
    assertThat(server.openSockets()).isZero();
  }

  @Test
  void a_listener_that_throws_costs_its_own_socket_only() throws Exception {
    try (var good = open();
        var bad = open()) {
      bad.send(Wire.frame(0x81, "throw"));

      assertThat(bad.closeCode()).isEqualTo(Socket.OUR_FAULT);
      good.send(Wire.frame(0x81, "fine"));
      assertThat(good.text()).isEqualTo("<fine>");
    }
    assertThat(server.tally().of(OpenSocket.LISTENER_THREW)).isEqualTo(1);
  }

  @Test
  void a_silent_socket_outlives_every_deadline_of_a_request() throws Exception {
    try (var wire = open()) {
      for (int i = 0; i < 3; i++) {
        try (var silent = new Wire(server.address())) {
          silent.untilClosed();
        }
      }

      wire.send(Wire.frame(0x81, "awake"));
      assertThat(wire.text()).isEqualTo("<awake>");
    }
  }

  @Test
  void a_peer_that_does_not_read_is_owed_a_bounded_amount_and_blocks_nobody() throws Exception {
    try (var wire = open()) {
      var socket = sockets.take();
      var message = "x".repeat(60_000).getBytes(StandardCharsets.UTF_8);

      int sent = 0;
      while (socket.sendText(message)) sent++;
      assertThat(server.tally().of(OpenSocket.REFUSED_TEXT)).isEqualTo(1);

      for (int i = 0; i < sent; i++) assertThat(wire.frame()).hasSize(60_000);
      wire.send(Wire.frame(0x81, "again"));
      assertThat(wire.text()).isEqualTo("<again>");
    }
  }

  @Test
  void a_peer_that_never_answers_our_good_bye_is_cut_off() throws Exception {
    try (var wire = open()) {
      sockets.take().close(Socket.POLICY);

      assertThat(wire.closeCode()).isEqualTo(Socket.POLICY);
      wire.untilClosed();
      assertThat(nextTold()).isEqualTo("closed 1008");
    }
  }

  @Test
  void closing_the_server_says_good_bye_to_every_socket() throws Exception {
    var client = new Client(uri("/echo"));
    client.connectBlocking();

    server.close();

    assertThat(client.next()).isEqualTo("closed 1001");
    assertThat(nextTold()).isEqualTo("closed 1001");
  }
}
