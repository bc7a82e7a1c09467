package callflow.program;

import callflow.expression.Template;
import callflow.value.FlowName;
import callflow.value.ScheduleName;
import callflow.value.StateName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.VariableName;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A checked flow, ready to run.
///
/// @param languages BCP 47 tags, the one a call begins with first; without a choice of its own the
///   voice's, which may be `auto`
/// @param switches what somebody may throw while calls come in
/// @param afterCall what is called when a call has ended, however it ended
/// @param report fields of the call's record, worked out when it has ended
/// @param retention for how long that record is to be kept
public record Program(
    ProgramId id,
    FlowName name,
    StateName start,
    List<String> languages,
    Optional<ByLanguage<Template>> persona,
    VoiceSettings voice,
    SequencedMap<VariableName, VariableDef> variables,
    SequencedMap<ToolName, ToolDef> tools,
    List<SwitchName> switches,
    SequencedMap<ScheduleName, ScheduleDef> schedules,
    SequencedMap<TransferName, TransferDef> transfers,
    List<PolicyDef> policies,
    List<ToolName> afterCall,
    SequencedMap<StateName, StateDef> states,
    SequencedMap<String, ReportField> report,
    Optional<Period> retention,
    Limits limits) {
  public Program {
    languages = List.copyOf(languages);
    variables = copy(variables);
    tools = copy(tools);
    switches = List.copyOf(switches);
    schedules = copy(schedules);
    transfers = copy(transfers);
    policies = List.copyOf(policies);
    afterCall = List.copyOf(afterCall);
    states = copy(states);
    report = copy(report);
  }

  private static <K, V> SequencedMap<K, V> copy(SequencedMap<K, V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  public Program withId(ProgramId other) {
    return new Program(
        other, name, start, languages, persona, voice, variables, tools, switches, schedules,
        transfers, policies, afterCall, states, report, retention, limits);
  }

  /// The same with one more variable.
  public Program with(VariableDef variable) {
    var more = new LinkedHashMap<>(variables);
    more.put(variable.name(), variable);
    return new Program(
        id, name, start, languages, persona, voice, more, tools, switches, schedules, transfers,
        policies, afterCall, states, report, retention, limits);
  }

  /// The same with states before its first one.
  public Program opened(StateName first, List<StateDef> before, List<ToolDef> more) {
    var allTools = new LinkedHashMap<>(tools);
    more.forEach(tool -> allTools.put(tool.name(), tool));
    var allStates = new LinkedHashMap<>(states);
    before.forEach(state -> allStates.put(state.name(), state));
    return new Program(
        id, name, first, languages, persona, voice, variables, allTools, switches, schedules,
        transfers, policies, afterCall, allStates, report, retention, limits);
  }

  /// The same with what another program brings.
  ///
  /// @param promises of the other program, those that hold in this one too
  /// @param all the states of both
  public Program joined(
      Program other, List<PolicyDef> promises, SequencedMap<StateName, StateDef> all) {
    return new Program(
        id,
        name,
        start,
        languages,
        persona,
        voice,
        both(variables, other.variables),
        both(tools, other.tools),
        Stream.concat(switches.stream(), other.switches.stream()).distinct().toList(),
        both(schedules, other.schedules),
        both(transfers, other.transfers),
        Stream.concat(policies.stream(), promises.stream()).toList(),
        afterCall,
        all,
        report,
        retention,
        limits);
  }

  private static <K, V> SequencedMap<K, V> both(SequencedMap<K, V> one, SequencedMap<K, V> other) {
    var both = new LinkedHashMap<>(one);
    other.forEach(both::putIfAbsent);
    return both;
  }

  /// A state that must exist, because the checker has seen to it.
  public StateDef state(StateName state) {
    return must(states.get(state), state);
  }

  public ToolDef tool(ToolName tool) {
    return must(tools.get(tool), tool);
  }

  public VariableDef variable(VariableName variable) {
    return must(variables.get(variable), variable);
  }

  public TransferDef transfer(TransferName transfer) {
    return must(transfers.get(transfer), transfer);
  }

  public ScheduleDef schedule(ScheduleName schedule) {
    return must(schedules.get(schedule), schedule);
  }

  private static <T> T must(@org.jspecify.annotations.Nullable T found, Object name) {
    if (found == null) throw new IllegalArgumentException("the program has no `" + name + "`");
    return found;
  }
}
