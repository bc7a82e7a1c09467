package callflow.simulator.scenario;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.engine.call.CallInfo;
import callflow.engine.interpret.Interpreter;
import callflow.program.Program;
import callflow.simulator.drive.Line;
import callflow.simulator.drive.ModelDriver;
import callflow.simulator.drive.ScriptedReplies;
import callflow.simulator.drive.SimulatedCall;
import callflow.simulator.drive.ToolBench;
import callflow.simulator.drive.Transcript;
import callflow.simulator.rehearsal.RehearsalModel;
import callflow.source.Located;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ReplyDecl;
import callflow.syntax.ScenarioFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Plays scenarios of one flow: each one a call of its own, on virtual time, with prepared replies.
///
/// A scenario is to be checked by [ScenarioChecker] first; what it would report is a failure here.
public final class ScenarioRunner {
  /// A Monday morning, so that offices are open where a scenario doesn't say when it plays.
  public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final Program program;
  private final List<ConnectorFile> connectors;
  private final Supplier<ModelDriver> models;

  /// The rehearsal model plays the model.
  public ScenarioRunner(Program program, List<ConnectorFile> connectors) {
    this(program, connectors, RehearsalModel::new);
  }

  /// Plays with other models than the rehearsal model.
  ///
  /// @param models asked for a new one for each call
  public ScenarioRunner(
      Program program, List<ConnectorFile> connectors, Supplier<ModelDriver> models) {
    this.program = program;
    this.connectors = List.copyOf(connectors);
    this.models = models;
  }

  /// Plays up to the end or to the first expectation that doesn't hold, with prepared replies.
  public ScenarioResult run(ScenarioFile scenario) {
    var replies = ScriptedReplies.of(scenario, connectors);
    var result = run(scenario, replies);
    return result.passed()
        ? result.withWarnings(replies.unused().stream().map(ScenarioRunner::unused).toList())
        : result;
  }

  /// Plays with this bench answering the tools; the scenario's own replies are not used.
  public ScenarioResult run(ScenarioFile scenario, ToolBench bench) {
    var model = models.get();
    var call =
        new SimulatedCall(
            new Interpreter(program), model, bench, start(scenario), caller(scenario));
    var failures = new Play(program, scenario, call).play();
    var heard = lastWords(call.transcript()).map(model::reasons).orElse(List.of());
    return new ScenarioResult(scenario, failures, call.transcript(), heard, List.of());
  }

  private static Optional<String> lastWords(Transcript transcript) {
    var said = transcript.all(Line.CallerSaid.class);
    return said.isEmpty() ? Optional.empty() : Optional.of(said.getLast().words());
  }

  private static Instant start(ScenarioFile scenario) {
    return scenario.at().map(Located::value).map(OffsetDateTime::toInstant).orElse(START);
  }

  private static CallInfo caller(ScenarioFile scenario) {
    var headers = new LinkedHashMap<String, String>();
    scenario
        .headers()
        .values()
        .forEach((name, text) -> headers.put(CallInfo.named(name), text.toString()));
    return new CallInfo(scenario.from().map(Located::value).orElse(""), "")
        .withHeaders(headers)
        .in(scenario.language().map(Located::value))
        .with(SwitchPositions.of(scenario.switches()));
  }

  private static Diagnostic unused(ReplyDecl reply) {
    return Diagnostic.of(Rule.UNUSED_REPLY, reply.span(), "this reply was never asked for")
        .withHint("remove it, or look whether its `when` is what the flow sends");
  }
}
