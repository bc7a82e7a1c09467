package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.expression.Scope;
import callflow.value.ScheduleName;
import callflow.value.StateName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.Value;
import callflow.value.VariableName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What an expression sees of a call: its variables and the built-in names.
///
/// @param result what `result` stands for; empty outside a tool's `save` and `tell`
/// @param asking the tool that is about to be called; empty when none is
/// @param handingOver whether `summary` is known
record CallScope(
    Draft draft, Optional<Value.Fields> result, Optional<Asking> asking, boolean handingOver)
    implements Scope {

  CallScope(Draft draft, Optional<Value.Fields> result, Optional<Asking> asking) {
    this(draft, result, asking, false);
  }

  CallScope withSummary() {
    return new CallScope(draft, result, asking, true);
  }

  /// A tool and the arguments it is about to be called with.
  record Asking(ToolName tool, Value.Fields arguments) {}

  static CallScope of(Draft draft) {
    return new CallScope(draft, Optional.empty(), Optional.empty());
  }

  @Override
  public Optional<Value> named(String name) {
    return switch (name) {
      case "visits" -> Optional.of(Value.Decimal.of(visits()));
      case "now" -> Optional.of(moment(draft.now));
      case "call" -> Optional.of(callFacts());
      case "state" -> Optional.of(stateFacts());
      case "result" -> result.map(fields -> fields);
      case "summary" ->
          handingOver ? Optional.of(new Value.Text(Summaries.of(draft))) : Optional.empty();
      default -> Optional.ofNullable(draft.variables.get(new VariableName(name)));
    };
  }

  private int visits() {
    return here().map(state -> draft.visits.getOrDefault(state, 0)).orElse(0);
  }

  private Optional<StateName> here() {
    return switch (draft.phase) {
      case Phase.Active(var state, _) -> Optional.of(state);
      case Phase.Transferring(var state, _) -> Optional.of(state);
      case Phase.Waiting _, Phase.Ended _ -> Optional.empty();
    };
  }

  private Value.Fields callFacts() {
    var info = draft.info;
    var facts = new LinkedHashMap<String, Value>();
    facts.put("from", new Value.Text(info.from()));
    facts.put("to", new Value.Text(info.to()));
    facts.put("started", moment(draft.started));
    facts.put("language", new Value.Text(draft.voice().locale().toLanguageTag()));
    facts.put("direction", new Value.Text(info.direction().word()));
    var headers = new LinkedHashMap<String, Value>();
    info.headers().forEach((name, text) -> headers.put(name, new Value.Text(text)));
    facts.put("headers", new Value.Fields(headers));
    draft.ending.ifPresent(reason -> facts.put("outcome", new Value.Text(reason.outcome())));
    return new Value.Fields(facts);
  }

  private Value.Fields stateFacts() {
    var facts = Value.Fields.NONE;
    if (here().isPresent()) facts = facts.with("name", new Value.Text(here().get().value()));
    if (draft.previous.isPresent()) {
      facts = facts.with("previous", new Value.Text(draft.previous.get().value()));
    }
    return facts;
  }

  /// The day where the flow's offices are.
  @Override
  public LocalDate today() {
    return draft.now.atZone(zone()).toLocalDate();
  }

  /// What the clocks show where the flow's offices are, to the second.
  private Value moment(Instant instant) {
    var there = instant.atZone(zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    return new Value.Text(there.toString());
  }

  /// The zone of the flow's first schedule, else UTC.
  private ZoneId zone() {
    return draft.program.schedules().values().stream()
        .findFirst()
        .map(schedule -> schedule.zone())
        .orElse(ZoneOffset.UTC);
  }

  @Override
  public boolean open(ScheduleName schedule) {
    var hours = draft.program.schedule(schedule);
    return hours.emergency().filter(this::thrown).isEmpty() && hours.openAt(draft.now);
  }

  @Override
  public Optional<Value> opensNext(ScheduleName schedule) {
    var hours = draft.program.schedule(schedule);
    if (hours.emergency().filter(this::thrown).isPresent()) return Optional.empty();
    return hours
        .opensAfter(draft.now)
        .map(opening -> new Value.Text(opening.toOffsetDateTime().toString()));
  }

  @Override
  public boolean thrown(SwitchName name) {
    return draft.info.switches().isThrown(name);
  }

  @Override
  public Optional<String> announcement(SwitchName name) {
    return draft.info.switches().announcement(name);
  }

  /// A yes counts in the visit it was given in, and for the very arguments that were asked about.
  @Override
  public boolean confirmed(ToolName tool) {
    var yes = draft.confirmed.get(tool);
    return yes != null
        && yes.visit() == draft.visit
        && asking
            .filter(call -> call.tool().equals(tool))
            .map(call -> call.arguments().equals(yes.arguments()))
            .orElse(true);
  }
}
