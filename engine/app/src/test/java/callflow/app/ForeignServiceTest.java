package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import callflow.engine.call.CallInfo;
import callflow.fakegrok.peers.NodeScript;
import callflow.runtime.session.CallRegistry;
import callflow.runtime.session.Line;
import callflow.runtime.session.VoiceAccount;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.telephony.LegListener;
import callflow.runtime.telephony.Switchboard.Admission;
import callflow.runtime.voice.JavaWebSocketService;
import callflow.simulator.drive.ScriptedReplies;
import callflow.simulator.drive.ToolBench;
import callflow.value.AudioFormat;
import callflow.value.Value;
import callflow.voice.Json;
import callflow.voice.RealtimeDialect;
import callflow.voice.SessionSettings.TurnTaking;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our side of the voice session against a server written by somebody else: the package
/// twilio-realtime-agents. Its frames are the barest there are, and it reacts to nothing by itself.
class ForeignServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path FLOW = Path.of("../../flows/northwind-billing");

  private final List<ToolBench.Request> asked = new CopyOnWriteArrayList<>();
  private final RecordingLeg leg = new RecordingLeg();
  private CallStory story;
  private NodeScript service;
  private LegListener call;

  @BeforeEach
  void answer() throws Exception {
    var missing = NodeScript.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    service = NodeScript.start(Path.of("src/test/node/voice-service.mjs"));
    var url = URI.create(service.awaitLine("listening", PATIENCE));
    var flow = Project.load(ProjectFiles.of(List.of(FLOW))).flows().getFirst();
    var program = flow.program().orElseThrow();
    var replies = ScriptedReplies.of(flow.connectors());
    ToolBench bench =
        request -> {
          asked.add(request);
          return replies.ask(request);
        };
    story = new CallStory(program, _ -> {});
    var line = Line.of(program, RehearsedConnectors.of(program, bench));
    var account =
        new VoiceAccount(
            new JavaWebSocketService(() -> "secret"),
            new RealtimeDialect(),
            url,
            "a-model",
            AudioFormat.MU_LAW,
            TurnTaking.DEFAULT,
            List.of());
    var calls =
        new CallRegistry(
            _ -> Optional.of(line),
            account,
            1,
            "busy",
            story,
            () -> Instant.parse("2026-03-02T09:00:00Z"));
    var welcome = (Admission.Welcome) calls.admit(leg.info());
    call = welcome.seat().connected(leg);
  }

  @AfterEach
  void hangUp() {
    if (call != null) call.hungUp();
    if (service != null) service.close();
  }

  /// Writes down what it is told, and plays everything at once unless it is told not to.
  private final class RecordingLeg implements CallLeg {
    private volatile boolean slow;
    private final List<String> orders = new CopyOnWriteArrayList<>();

    @Override
    public CallInfo info() {
      return new CallInfo("+4917012345", "+4930999");
    }

    @Override
    public AudioFormat audio() {
      return AudioFormat.MU_LAW;
    }

    @Override
    public void play(ByteBuffer base64) {
      orders.add("play " + StandardCharsets.US_ASCII.decode(base64.duplicate()));
    }

    @Override
    public void mark(String name) {
      orders.add("mark");
      if (!slow) call.markReached(name);
    }

    @Override
    public void clearPlayback() {
      orders.add("clear");
    }

    @Override
    public void transfer(TransferOrder order) {
      orders.add("transfer " + order.to());
    }

    @Override
    public void hangUp(List<String> unsaid) {
      orders.add("hang up");
    }
  }

  // ---- What the two of them do ------------------------------------------------------------------

  private void serviceDoes(String method, String... arguments) throws IOException {
    service.tell("{\"do\":\"%s\",\"with\":[%s]}".formatted(method, String.join(",", arguments)));
  }

  private static String sound(int seed, int millis) {
    var bytes = new byte[millis * 8];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (seed + i);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void speaks(String words, String... chunks) throws IOException {
    var quoted = List.of(chunks).stream().map(chunk -> "\"" + chunk + "\"").toList();
    serviceDoes(
        "sendAudioResponse",
        "{\"chunks\":[%s],\"transcript\":\"%s\"}".formatted(String.join(",", quoted), words));
  }

  /// The n-th frame of this type on a connection.
  private Value.Fields sent(int connection, int times, String type) throws InterruptedException {
    return Json.object(service.awaitLines(times, connection + " " + type + " ", PATIENCE))
        .orElseThrow();
  }

  private static Value.Fields at(Value.Fields fields, String name) {
    return (Value.Fields) fields.get(name).orElseThrow();
  }

  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    assertThat(story.await(condition, PATIENCE))
        .as("%s; service %s; story %s", what, service.lines(), story.lines())
        .isTrue();
  }

  private boolean state(String name) {
    return story.state().filter(name::equals).isPresent();
  }

  /// The service greets; what follows takes place where details are collected.
  private void identifying() throws Exception {
    sent(1, 1, "conversation.item.create");
    speaks("Welcome to Northwind Energy.", sound(1, 20));
    await("the next state", () -> state("identify"));
    sent(1, 1, "response.create");
    speaks("Your account number, please?", sound(2, 20));
    await("the question has been heard", story::isCallersTurn);
  }

  // ---- What is shown
  // -----------------------------------------------------------------------------

  @Test
  void the_set_up_is_taken_and_the_greeting_heard_byte_for_byte() throws Exception {
    var session = at(sent(1, 1, "session.update"), "session");
    var greeting = at(sent(1, 1, "conversation.item.create"), "item");
    var chunks = List.of(sound(1, 20), sound(7, 33), sound(99, 1));
    speaks("Welcome to Northwind Energy.", chunks.toArray(String[]::new));
    await("it is heard", () -> leg.orders.contains("play " + chunks.getLast()));

    assertThat(service.lines()).contains("connected 1 Bearer secret");
    assertThat(session.get("instructions").orElseThrow().toString()).contains("Nora");
    assertThat(at(at(at(session, "audio"), "output"), "format").get("type"))
        .contains(new Value.Text("audio/pcmu"));
    assertThat(Json.text(greeting)).contains("force_message", "Welcome to Northwind Energy.");
    assertThat(leg.orders.subList(0, 3))
        .containsExactlyElementsOf(chunks.stream().map(chunk -> "play " + chunk).toList());
  }

  @Test
  void a_request_reaches_the_connector_and_its_result_the_service() throws Exception {
    identifying();

    serviceDoes("sendSpeechStarted");
    serviceDoes("sendSpeechStopped");
    serviceDoes("sendUserTranscript", "\"12345678, second of February 1990\"");
    serviceDoes(
        "sendToolCall",
        """
        {"name":"record","callId":"call-7",\
        "argumentsJson":"{\\"account\\":\\"12345678\\",\\"birth_date\\":\\"1990-02-02\\"}"}\
        """);

    await("the menu", () -> state("menu"));
    var request = asked.getFirst();
    assertThat(request.operation().name()).hasToString("billing.find_customer");
    assertThat(request.arguments().get("account")).contains(new Value.Text("12345678"));
    var output = at(sent(1, 2, "conversation.item.create"), "item");
    assertThat(output.get("type")).contains(new Value.Text("function_call_output"));
    assertThat(output.get("call_id")).contains(new Value.Text("call-7"));
    sent(1, 2, "session.update");
  }

  @Test
  void a_caller_who_interrupts_has_the_playback_cleared() throws Exception {
    identifying();
    leg.slow = true;
    var minute = sound(3, 60_000);
    speaks("This is a very long explanation.", minute);
    await("it sounds", () -> leg.orders.contains("play " + minute));

    serviceDoes("sendSpeechStarted");

    await("cleared", () -> leg.orders.contains("clear"));
    var truncated = sent(1, 1, "conversation.item.truncate");
    assertThat(truncated.get("item_id")).isPresent();
  }

  @Test
  void a_dropped_connection_is_made_again_with_the_whole_set_up() throws Exception {
    identifying();
    var first = at(sent(1, 1, "session.update"), "session");

    serviceDoes("drop", "1011", "\"why not\"");

    service.awaitLine("connected 2", PATIENCE);
    var second = at(sent(2, 1, "session.update"), "session");
    assertThat(second.values().keySet()).isEqualTo(first.values().keySet());
    assertThat(Json.text(second)).contains("\"record\"");
    await("the call goes on", () -> state("identify"));
    assertThat(leg.orders).noneMatch(order -> order.startsWith("hang up"));
  }

  @Test
  void an_error_does_not_end_the_call() throws Exception {
    identifying();

    serviceDoes("sendError", "{\"type\":\"server_error\",\"message\":\"Something broke.\"}");
    serviceDoes("send", "{\"type\":\"never.heard.of\",\"deep\":[[[[1]]]]}");
    serviceDoes(
        "sendToolCall",
        """
        {"name":"record",\
        "argumentsJson":"{\\"account\\":\\"12345678\\",\\"birth_date\\":\\"1990-02-02\\"}"}\
        """);

    await("the menu", () -> state("menu"));
  }
}
