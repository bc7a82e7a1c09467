package callflow.simulator.scenario;

import callflow.engine.call.EndReason;
import callflow.engine.call.Taken;
import callflow.engine.call.VoiceSetup;
import callflow.program.Program;
import callflow.simulator.drive.Alike;
import callflow.simulator.drive.Line;
import callflow.simulator.drive.Masking;
import callflow.simulator.drive.Shown;
import callflow.simulator.drive.SimulatedCall;
import callflow.simulator.drive.Transcript;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ScenarioFile.Expectation;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Looks whether what a scenario expects is so, and says what is so instead.
///
/// What is said, called, refused and transferred is looked for since the last step of the caller,
/// the model or the clock; state, variables, tools on offer and the end are those of this moment.
final class Expectations {
  private final Program program;
  private final SimulatedCall call;

  Expectations(Program program, SimulatedCall call) {
    this.program = program;
    this.call = call;
  }

  /// Checks one expectation; only one about several variables fails more than once.
  ///
  /// @param mark where in the transcript the last step began
  List<Failure> check(Expectation expectation, int mark) {
    var window = call.transcript().since(mark);
    return switch (expectation) {
      case Expectation.InState(var state, var span) -> inState(state.value(), span, window);
      case Expectation.Said(var text, var span) -> said(text.value(), span, window);
      case Expectation.SaidLike(var text, var span) -> saidLike(text.value(), span, window);
      case Expectation.NotSaid(var text, var span) -> notSaid(text.value(), span, window);
      case Expectation.Offered(var tools, var span) -> offered(tools, span);
      case Expectation.Called(var tool, var arguments, var span) ->
          called(tool.value(), arguments, span, window);
      case Expectation.NotCalled(var tool, var span) -> notCalled(tool.value(), span, window);
      case Expectation.Refused(var tool, var span) -> refused(tool.value(), span, window);
      case Expectation.Transferred(var transfer, var span) ->
          transferred(transfer.value().value(), span, window);
      case Expectation.Dialled(var number, var span) ->
          HandoverExpectations.dialled(number.value(), span, window);
      case Expectation.Whispered(var text, var span) ->
          HandoverExpectations.whispered(text.value(), span, window);
      case Expectation.Ended(var outcome, var span) -> ended(outcome.value(), span);
      case Expectation.Milestones(var milestones, var span) ->
          new RecordExpectations(call, whereabouts()).milestones(milestones, span);
      case Expectation.Report(var fields, var span) ->
          new RecordExpectations(call, whereabouts()).report(fields, span);
      case Expectation.Variables(var values, var span) -> variables(values, span);
    };
  }

  /// Where the call is, as a sentence.
  Optional<String> whereabouts() {
    var ending = call.transcript().ending().map(Expectations::theEnd);
    return ending.or(
        () -> call.transcript().state().map(state -> "the call is in state `" + state + "`"));
  }

  private static String theEnd(EndReason reason) {
    return switch (reason) {
      case EndReason.Failed(var why) -> "the call ended with `failed`: " + why;
      case EndReason.HungUp _, EndReason.Transferred _, EndReason.CallerHungUp _ ->
          "the call ended with `" + reason.outcome() + "`";
    };
  }

  private List<Failure> inState(StateName wanted, Span span, Transcript window) {
    var actual = call.transcript().state();
    if (actual.filter(wanted::equals).isPresent()) return List.of();
    var way = window.taken(Taken.Entered.class).stream().map(Taken.Entered::state).toList();
    return failed(
        span,
        "the call is in state `" + wanted + "`",
        actual.map(state -> "it is in `" + state + "`").orElse("it is in no state"),
        way.size() < 2 ? Optional.empty() : Optional.of("it went through " + quoted(way)));
  }

  private List<Failure> said(String text, Span span, Transcript window) {
    if (window.said().contains(text)) return List.of();
    return failed(
        span, "the agent says “" + text + "”", heard(window), nearest(text, window.said()));
  }

  private List<Failure> saidLike(String text, Span span, Transcript window) {
    if (window.said().stream().anyMatch(isLike(text))) return List.of();
    return failed(
        span,
        "the agent says something like “" + text + "”",
        heard(window),
        nearest(text, window.said()));
  }

  private List<Failure> notSaid(String text, Span span, Transcript window) {
    return window.said().stream()
        .filter(isLike(text))
        .findFirst()
        .map(words ->
            failed(
                span,
                "the agent does not say “" + text + "”",
                "the agent said “" + words + "”",
                Optional.empty()))
        .orElse(List.of());
  }

  private static Predicate<String> isLike(String text) {
    String wanted = folded(text);
    return words -> folded(words).contains(wanted);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }

  private static String heard(Transcript window) {
    return window.said().isEmpty() ? "the agent said nothing" : "the agent did not say that";
  }

  private static Optional<String> nearest(String text, List<String> said) {
    return Resemblance.nearest(text, said).map(words -> "the agent said “" + words + "”");
  }

  private List<Failure> offered(List<Located<ToolName>> tools, Span span) {
    Set<ToolName> wanted =
        tools.stream().map(Located::value).collect(Collectors.toCollection(TreeSet::new));
    Set<ToolName> actual =
        new TreeSet<>(
            call.setup().map(VoiceSetup::tools).map(map -> map.keySet()).orElse(Set.of()));
    if (wanted.equals(actual)) return List.of();
    return failed(
        span,
        "the model is offered " + quoted(wanted),
        "it is offered " + quoted(actual),
        whereabouts());
  }

  private List<Failure> called(
      ToolName tool, Value.Fields arguments, Span span, Transcript window) {
    var calls = window.all(Line.ToolCalled.class);
    var same = calls.stream().filter(line -> line.tool().equals(tool)).toList();
    if (same.stream().anyMatch(line -> hasAll(tool, arguments, line.arguments()))) {
      return List.of();
    }
    String with = arguments.isEmpty() ? "" : " with " + Shown.value(input(tool), arguments);
    var names = calls.stream().map(Line.ToolCalled::tool).toList();
    return failed(
        span,
        "`" + tool + "` is called" + with,
        same.isEmpty()
            ? "`" + tool + "` was not called"
            : "`" + tool + "` was called with " + shown(same.getLast()),
        same.isEmpty() ? whatHappened(tool, names, window) : Optional.empty());
  }

  private Optional<String> whatHappened(ToolName tool, List<ToolName> called, Transcript window) {
    var refusal =
        window.taken(Taken.Refused.class).stream()
            .filter(refused -> refused.tool().equals(tool))
            .findFirst();
    if (refusal.isPresent())
      return refusal.map(no -> "`" + tool + "` was refused: " + masking().mask(no.why()));
    return called.isEmpty() ? Optional.empty() : Optional.of(quoted(called) + " was called");
  }

  private boolean hasAll(ToolName tool, Value.Fields wanted, Value.Fields given) {
    var input = input(tool);
    return wanted.values().entrySet().stream()
        .allMatch(entry ->
            given
                .get(entry.getKey())
                .map(actual -> Alike.as(type(input, entry.getKey()), entry.getValue(), actual))
                .orElse(false));
  }

  private Type.Struct input(ToolName tool) {
    return program.tool(tool).operation().input();
  }

  private String shown(Line.ToolCalled line) {
    return Shown.value(input(line.tool()), masking().mask(line.arguments()));
  }

  private Masking masking() {
    return Masking.of(program, call.transcript());
  }

  private static Type type(Type.Struct struct, String name) {
    return Optional.ofNullable(struct.fields().get(name)).map(Type.Field::type).orElse(Types.ANY);
  }

  private List<Failure> notCalled(ToolName tool, Span span, Transcript window) {
    return window.all(Line.ToolCalled.class).stream()
        .filter(line -> line.tool().equals(tool))
        .findFirst()
        .map(line ->
            failed(
                span,
                "`" + tool + "` is not called",
                "`" + tool + "` was called with " + shown(line),
                Optional.empty()))
        .orElse(List.of());
  }

  private List<Failure> refused(ToolName tool, Span span, Transcript window) {
    var refused = window.taken(Taken.Refused.class).stream().map(Taken.Refused::tool).toList();
    if (refused.contains(tool)) return List.of();
    boolean called =
        window.all(Line.ToolCalled.class).stream().anyMatch(line -> line.tool().equals(tool));
    return failed(
        span,
        "`" + tool + "` is refused",
        called ? "`" + tool + "` was called" : "nobody asked for `" + tool + "`",
        refused.isEmpty() ? Optional.empty() : Optional.of(quoted(refused) + " was refused"));
  }

  private List<Failure> transferred(String transfer, Span span, Transcript window) {
    var names =
        window.taken(Taken.Transferring.class).stream()
            .map(taken -> taken.transfer().value())
            .toList();
    if (names.contains(transfer)) return List.of();
    return failed(
        span,
        "the caller is transferred to `" + transfer + "`",
        names.isEmpty()
            ? "the caller was not transferred"
            : "the caller was transferred to " + quoted(names),
        whereabouts());
  }

  private List<Failure> ended(String outcome, Span span) {
    var ending = call.transcript().ending();
    if (ending.map(EndReason::outcome).filter(outcome::equals).isPresent()) return List.of();
    return failed(
        span,
        "the call ends with `" + outcome + "`",
        ending.map(Expectations::theEnd).orElse("the call is still going on"),
        ending.isPresent() ? Optional.empty() : whereabouts());
  }

  private List<Failure> variables(Value.Fields wanted, Span span) {
    return wanted.values().entrySet().stream()
        .flatMap(entry -> variable(entry.getKey(), entry.getValue(), span).stream())
        .toList();
  }

  private List<Failure> variable(String name, Value wanted, Span span) {
    var variable = new VariableName(name);
    var type = program.variable(variable).type();
    var actual = call.state().variable(variable);
    if (actual.filter(value -> Alike.as(type, wanted, value)).isPresent()) return List.of();
    return failed(
        span,
        "`" + name + "` is " + Shown.value(type, wanted),
        actual
            .map(value -> "`" + name + "` is " + shown(variable, value))
            .orElse("`" + name + "` has no value"),
        Optional.empty());
  }

  private String shown(VariableName variable, Value value) {
    return Shown.value(program.variable(variable).type(), masking().mask(variable, value));
  }

  static String quoted(Collection<?> names) {
    return names.isEmpty()
        ? "nothing"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  static List<Failure> failed(Span span, String expected, String actual, Optional<String> nearest) {
    return List.of(new Failure(span, expected, actual, nearest));
  }
}
