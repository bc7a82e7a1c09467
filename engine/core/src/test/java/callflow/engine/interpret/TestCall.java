package callflow.engine.interpret;

import callflow.compile.FlowCompiler;
import callflow.diagnostic.Checked;
import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.program.Program;
import callflow.source.SourceFile;
import callflow.value.StateName;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import callflow.value.VariableName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One call under test: events go in by short names, and what came of them can be asked for.
final class TestCall {
  private final Interpreter interpreter;
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private int ids;
  private final List<Command> commands = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();
  CallState state;

  private TestCall(Program program) {
    interpreter = new Interpreter(program);
    state = interpreter.initial(new CallId("call-1"));
  }

  /// A call of this flow that nobody has answered yet.
  static TestCall of(String flow) {
    return new TestCall(program(flow));
  }

  static Program program(String flow) {
    var source = new SourceFile("test.flow.yaml", "flow: test\n" + flow);
    return switch (FlowCompiler.compile(source, new ShopCatalog())) {
      case Checked.Passed<Program>(var program, _) -> program;
      case Checked.Failed<Program>(var found) ->
          throw new AssertionError("the flow does not compile: " + found);
    };
  }

  static TestCall answered(String flow) {
    return of(flow).started();
  }

  /// The same call at another time of the week.
  TestCall at(String moment) {
    now = Instant.parse(moment);
    return this;
  }

  TestCall started() {
    return happens(new Event.CallStarted(now, new CallInfo("+4917012345", "+4930123456")));
  }

  /// Forgets what came of earlier events; the session gets ready if it was asked to.
  TestCall happens(Event event) {
    commands.clear();
    taken.clear();
    apply(event);
    return this;
  }

  private void apply(Event event) {
    var step = interpreter.step(state, event);
    state = step.state();
    commands.addAll(step.commands());
    taken.addAll(step.taken());
    if (step.commands().stream().anyMatch(Command.ConfigureVoice.class::isInstance)) {
      apply(new Event.VoiceReady(now, state.visit()));
    }
  }

  /// The caller hears the agent out and speaks.
  TestCall callerSays(String words) {
    if (state.speaking()) playbackEnds();
    happens(new Event.CallerSpoke(now));
    return happens(new Event.CallerSaid(now, words));
  }

  /// The caller speaks over the agent, after that much of what is being said.
  TestCall interrupts(Duration heard, String words) {
    happens(new Event.CallerInterrupted(now, heard));
    return happens(new Event.CallerSaid(now, words));
  }

  TestCall modelSays(String words) {
    return happens(new Event.AgentSaid(now, words));
  }

  TestCall turnEnds() {
    return happens(new Event.TurnEnded(now));
  }

  TestCall modelCalls(String tool, Value.Fields arguments) {
    ids++;
    return happens(
        new Event.ToolRequested(now, new ToolCallId("m" + ids), new ToolName(tool), arguments));
  }

  TestCall modelFills(String variable, String value) {
    return modelCalls("record", Value.Fields.of(variable, new Value.Text(value)));
  }

  TestCall modelChooses(String move) {
    return modelCalls("choose", Value.Fields.of("move", new Value.Text(move)));
  }

  TestCall presses(String keys) {
    for (char key : keys.toCharArray()) happens(new Event.DigitPressed(now, key));
    return this;
  }

  TestCall playbackEnds() {
    return happens(new Event.PlaybackEnded(now));
  }

  TestCall fires(TimerId timer) {
    now = now.plus(Duration.ofSeconds(10));
    return happens(new Event.TimerFired(now, timer, state.timers().getOrDefault(timer, -1)));
  }

  /// The tool that was asked for last answers.
  TestCall returns(ToolResult result) {
    var id = state.pendingTools().lastEntry().getKey();
    return happens(new Event.ToolReturned(now, id, result));
  }

  TestCall succeeds() {
    return returns(new ToolResult.Done(Value.Fields.NONE));
  }

  TestCall transferEnds(TransferOutcome outcome) {
    return happens(new Event.TransferEnded(now, state.visit(), outcome));
  }

  Instant now() {
    return now;
  }

  String in() {
    return state.state().map(StateName::value).orElse("(none)");
  }

  Optional<String> value(String variable) {
    return state.variable(new VariableName(variable)).map(Value::toString);
  }

  List<String> said() {
    return of(Command.Say.class).stream().map(Command.Say::text).toList();
  }

  List<String> invoked() {
    return of(Command.InvokeTool.class).stream().map(c -> c.tool().value()).toList();
  }

  List<String> refusals() {
    return taken(Taken.Refused.class).stream().map(Taken.Refused::code).toList();
  }

  <T extends Command> List<T> of(Class<T> kind) {
    return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends Taken> List<T> taken(Class<T> kind) {
    return taken.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
