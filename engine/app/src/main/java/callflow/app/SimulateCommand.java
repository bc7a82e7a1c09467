package callflow.app;

import callflow.engine.call.CallInfo;
import callflow.engine.call.Switches;
import callflow.engine.interpret.Interpreter;
import callflow.parse.Scalars;
import callflow.program.Program;
import callflow.simulator.drive.ScriptedReplies;
import callflow.simulator.drive.SimulatedCall;
import callflow.simulator.drive.ToolBench;
import callflow.simulator.rehearsal.RehearsalModel;
import callflow.simulator.scenario.ScenarioRunner;
import callflow.value.CallTime;
import callflow.value.SwitchName;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow simulate`: a conversation with a flow at the terminal; whoever types is the caller.
@Command(
    name = "simulate",
    description = "Talks to you as a flow would: you are the caller.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FLOW", description = "A flow's folder, or a file ending in .flow.yaml.")
  private Path path;

  @Option(
      names = "--live",
      description = "Ask the real connectors instead of the answers under `mock:`.")
  private boolean live;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When the call takes place, such as 2026-03-02T10:00:00+01:00.")
  private Optional<String> at = Optional.empty();

  @Option(names = "--from", paramLabel = "NUMBER", description = "The caller's number.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--switch",
      paramLabel = "NAME",
      description = "A switch of the flow that is on; may be given several times.")
  private List<String> thrown = List.of();

  @Override
  public Integer call() {
    var caller = caller();
    var project = Projects.load(spec, List.of(path));
    var flow = OneFlow.in(spec, path, project);
    if (flow.program().isEmpty())
      return OneFlow.refuse(spec, project, project.findings(), "talked to");
    try (var benches = Benches.open(live ? flow.connectors() : List.of())) {
      if (!benches.usable()) return OneFlow.refuse(spec, project, benches.findings(), "talked to");
      ToolBench bench = live ? benches.bench() : ScriptedReplies.of(flow.connectors());
      var program = flow.program().get();
      talk(program, bench, caller.with(switches(program)));
      return Main.FINE;
    }
  }

  private void talk(Program program, ToolBench bench, CallInfo caller) {
    var model = new RehearsalModel();
    var call = new SimulatedCall(new Interpreter(program), model, bench, start(), caller);
    try (var prompt = Prompt.of(spec.commandLine().getOut())) {
      new Dialogue(program, call, model, prompt).hold();
    }
  }

  private Switches switches(Program program) {
    var on = new LinkedHashMap<SwitchName, Optional<String>>();
    for (String name : thrown) {
      if (name.isEmpty() || !program.switches().contains(new SwitchName(name))) {
        throw wrong(
            program.switches().isEmpty()
                ? "`--switch " + name + "`: this flow has no switches"
                : "`--switch " + name + "`: the switches of this flow are " + program.switches());
      }
      on.put(new SwitchName(name), Optional.empty());
    }
    return new Switches(on);
  }

  /// A caller whose number is withheld, unless one is given.
  private CallInfo caller() {
    from.filter(number -> !Scalars.isPhoneNumber(number))
        .ifPresent(number -> {
          throw wrong(
              "`--from "
                  + number
                  + "` is not a telephone number in the international form; write `+`, the country"
                  + " code and the number without blanks, such as +4930123456");
        });
    return from.map(number -> new CallInfo(number, "")).orElse(CallInfo.UNKNOWN);
  }

  private Instant start() {
    return at.map(this::moment).orElse(ScenarioRunner.START);
  }

  private Instant moment(String time) {
    try {
      var moment = OffsetDateTime.parse(time);
      if (CallTime.isPlayable(moment)) return moment.toInstant();
    } catch (DateTimeException notATime) {
      throw wrong("`--at " + time + "` is not a time such as 2026-03-02T10:00:00+01:00");
    }
    throw wrong(
        "`--at %s` is not in a year from %d to %d"
            .formatted(time, CallTime.FIRST_YEAR, CallTime.LAST_YEAR));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
