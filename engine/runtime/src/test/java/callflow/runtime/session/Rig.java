package callflow.runtime.session;

import callflow.check.ToolCatalog;
import callflow.compile.FlowCompiler;
import callflow.connector.Connector;
import callflow.connector.ConnectorSchema;
import callflow.connector.Invocation;
import callflow.diagnostic.Checked;
import callflow.engine.call.CallId;
import callflow.engine.call.Event;
import callflow.engine.call.TransferOutcome;
import callflow.engine.interpret.Interpreter;
import callflow.engine.interpret.Step;
import callflow.program.Program;
import callflow.program.VoiceSettings;
import callflow.runtime.audio.AudioBridge;
import callflow.runtime.voice.CallClock;
import callflow.runtime.voice.Connecting;
import callflow.runtime.voice.GrokSession;
import callflow.runtime.voice.VoiceMail;
import callflow.runtime.voice.VoiceService;
import callflow.source.SourceFile;
import callflow.value.AudioFormat;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import callflow.voice.SessionSettings;
import callflow.voice.VoiceCapabilities;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A live call on a clock the test winds, with a service, a leg and connectors the test plays.
final class Rig implements CallWatcher {
  static final VoiceCapabilities REALTIME =
      new VoiceCapabilities(true, true, true, true, true, true);
  static final VoiceCapabilities BARE =
      new VoiceCapabilities(false, false, false, false, false, false);

  final PlainDialect dialect;
  final RecordingLeg leg = new RecordingLeg();
  final List<Event> events = new ArrayList<>();
  final List<String> toService = new ArrayList<>();
  final Deque<Mail> mailbox = new ArrayDeque<>();
  private final AudioBridge bridge;
  private final LiveCall call;
  private Optional<VoiceService.Listener> listener = Optional.empty();
  private long nanos = 1_000_000_000L;
  private int connection;

  /// Connections are only made when the test says so.
  boolean slow;

  final Deque<Runnable> late = new ArrayDeque<>();
  Optional<RuntimeException> impossible = Optional.empty();
  Optional<IOException> unreachable = Optional.empty();

  Rig(String flow) {
    this(flow, REALTIME);
  }

  Rig(String flow, VoiceCapabilities capabilities) {
    dialect = new PlainDialect(capabilities);
    var clock = CallClock.of(() -> Instant.parse("2026-03-02T09:00:00Z"), () -> nanos);
    bridge = new AudioBridge(leg, clock::nanos, AudioFormat.MU_LAW, Optional.empty());
    var interpreter = new Interpreter(compiled(flow));
    var tools =
        new RunningTools(
            new ToolDesk(Map.of(new ConnectorName("desk"), new Desk())),
            clock,
            (id, result) -> {
              synchronized (mailbox) {
                mailbox.add(new Mail.ToolAnswered(id, result));
              }
            });
    call =
        new LiveCall(
            new CallId("test"),
            interpreter,
            leg,
            clock,
            tools,
            this,
            (happened, may) ->
                new GrokSession(
                    dialect,
                    URI.create("ws://service"),
                    settings(),
                    leg,
                    bridge,
                    clock,
                    mail -> mailbox.add(new Mail.FromVoice(mail)),
                    new GrokSession.Host(
                        happened,
                        may,
                        new Connecting(new Service(), this::connected, this::connect))));
    call.begin(leg.info());
    deliver();
  }

  private void connect(Runnable connecting) {
    if (slow) late.add(connecting);
    else connecting.run();
  }

  private void connected(VoiceMail mail) {
    connection = mail.connection();
    mailbox.add(new Mail.FromVoice(mail));
  }

  private static SessionSettings settings() {
    return new SessionSettings(
        "model",
        AudioFormat.MU_LAW,
        new VoiceSettings("ara", "auto", BigDecimal.ONE),
        SessionSettings.TurnTaking.DEFAULT,
        List.of());
  }

  static Program compiled(String flow) {
    var checked = FlowCompiler.compile(new SourceFile("test.flow.yaml", flow), new Catalog());
    return switch (checked) {
      case Checked.Passed<Program>(var program, _) -> program;
      case Checked.Failed<Program>(var findings) -> throw new AssertionError(findings);
    };
  }

  @Override
  public void stepped(CallId id, Event event, Step step) {
    events.add(event);
  }

  /// Everything that waits for the call is handed to it.
  Rig deliver() {
    for (var mail = next(); mail.isPresent(); mail = next()) call.take(mail.get());
    return this;
  }

  private Optional<Mail> next() {
    synchronized (mailbox) {
      return Optional.ofNullable(mailbox.poll());
    }
  }

  Rig mail(Mail mail) {
    call.take(mail);
    return deliver();
  }

  /// The service says something.
  Rig hears(VoiceSignal... signals) {
    for (var signal : signals) {
      var begun =
          signal instanceof VoiceSignal.ReplyStarted(var id)
              ? Optional.of(bridge.begin(id))
              : Optional.<AudioBridge.Begun>empty();
      call.take(new Mail.FromVoice(new VoiceMail.Heard(connection, signal, begun)));
      deliver();
    }
    return this;
  }

  /// The service greets and acknowledges the first set-up.
  Rig up() {
    return hears(new VoiceSignal.Greeted(Optional.of("conversation-1")), configured());
  }

  static VoiceSignal configured() {
    return new VoiceSignal.Configured(Optional.empty());
  }

  /// A whole reply: it begins, sounds so long, and ends.
  Rig reply(String id, long millis, VoiceSignal... inside) {
    hears(new VoiceSignal.ReplyStarted(id));
    sound(id, millis);
    hears(inside);
    return hears(new VoiceSignal.ReplyEnded(id, true));
  }

  Rig sound(String id, long millis) {
    String base64 = Base64.getEncoder().encodeToString(new byte[(int) millis * 8]);
    byte[] frame = ("A" + id + base64).getBytes(StandardCharsets.US_ASCII);
    listener.orElseThrow().frame(ByteBuffer.wrap(frame));
    return deliver();
  }

  Rig asks(String reply, String id, String tool, Value.Fields arguments) {
    return hears(
        new VoiceSignal.ToolAsked(
            reply, new ToolCallId(id), new ToolName(tool), Optional.of(arguments)));
  }

  Rig callerSays(String item, String words) {
    return hears(
        new VoiceSignal.CallerStarted(item),
        new VoiceSignal.CallerStopped(item),
        new VoiceSignal.CallerCommitted(item),
        new VoiceSignal.CallerWords(item, words, true));
  }

  /// The carrier has played everything.
  Rig heardOut() {
    pass(Duration.ofSeconds(2));
    return leg.marks.isEmpty() ? this : mail(new Mail.MarkReached(leg.marks.getLast()));
  }

  /// Time goes by, and what is due is done when it is due.
  Rig pass(Duration duration) {
    long end = nanos + duration.toNanos();
    while (call.nextDue() <= end && !call.over()) {
      nanos = Math.max(nanos, call.nextDue());
      call.elapsed();
      deliver();
    }
    nanos = end;
    return this;
  }

  Rig disconnected(String reason) {
    call.take(new Mail.FromVoice(new VoiceMail.Down(connection, reason)));
    return deliver();
  }

  Rig transferred(TransferOutcome outcome) {
    return mail(new Mail.TransferCame(outcome));
  }

  String state() {
    return call.state().state().map(Object::toString).orElse("ended");
  }

  boolean over() {
    return call.over();
  }

  <E extends Event> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <R extends VoiceRequest> List<R> sent(Class<R> kind) {
    return dialect.sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<String> spoken() {
    return sent(VoiceRequest.SpeakExactly.class).stream()
        .map(VoiceRequest.SpeakExactly::text)
        .toList();
  }

  /// The caller's sound comes in.
  Rig callerSound(String base64) {
    bridge.fromCaller(ByteBuffer.wrap(base64.getBytes(StandardCharsets.US_ASCII)));
    return this;
  }

  private final class Service implements VoiceService {
    @Override
    public Socket connect(URI endpoint, Listener to) throws IOException {
      if (impossible.isPresent()) throw impossible.get();
      if (unreachable.isPresent()) throw unreachable.get();
      listener = Optional.of(to);
      return new Socket() {
        @Override
        public void send(String frame) {
          toService.add(frame);
        }

        @Override
        public void send(byte[] head, ByteBuffer base64, byte[] tail) {
          toService.add("sound " + StandardCharsets.US_ASCII.decode(base64.duplicate()));
        }

        @Override
        public void close() {
          toService.add("close");
        }
      };
    }
  }

  private static final class Desk implements Connector {
    @Override
    public ConnectorSchema schema() {
      return new ConnectorSchema(new ConnectorName("desk"), new LinkedHashMap<>());
    }

    @Override
    public ToolResult invoke(Invocation invocation) throws InterruptedException {
      if (invocation.operation().equals("never")) Thread.sleep(Duration.ofHours(1));
      return new ToolResult.Done(Value.Fields.of("open", new Value.Text("84.20")));
    }

    @Override
    public void close() {}
  }

  /// `desk.look` answers at once, `desk.never` doesn't; both only look things up.
  private static final class Catalog implements ToolCatalog {
    @Override
    public Optional<OperationSchema> operation(OperationRef ref) {
      if (!operations(ref.connector()).contains(ref)) return Optional.empty();
      var output = new LinkedHashMap<String, Type.Field>();
      output.put("open", new Type.Field(Types.TEXT, false, false, ""));
      return Optional.of(
          new OperationSchema(
              ref,
              "Looks.",
              Type.Struct.OPEN,
              new Type.Struct(output),
              Effect.READS,
              Duration.ofSeconds(5),
              false,
              Set.of()));
    }

    @Override
    public Set<ConnectorName> connectors() {
      return Set.of(new ConnectorName("desk"));
    }

    @Override
    public List<OperationRef> operations(ConnectorName connector) {
      return List.of(
          new OperationRef(new ConnectorName("desk"), "look"),
          new OperationRef(new ConnectorName("desk"), "never"));
    }

    @Override
    public Set<ConnectorName> damaged() {
      return Set.of();
    }
  }
}
