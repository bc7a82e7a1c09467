package callflow.compile;

import callflow.check.Detours;
import callflow.check.ToolCatalog;
import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Handlers;
import callflow.program.Marks;
import callflow.program.Move;
import callflow.program.RecordingChange;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.source.Located;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.HandlerDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.VariableDecl;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One state of a flow, with the flow's defaults filled in.
final class StateLowering {
  private final FlowFile flow;
  private final WordingLowering words;
  private final MoveLowering actions;
  private final List<Move> anywhere;
  private final Set<ToolName> asking;
  private final CollectLowering collects;
  private final RepairLowering repairs;
  private final Set<StateName> usual;
  private final Set<VariableName> secrets;

  StateLowering(FlowFile flow, ToolCatalog catalog, WordingLowering words) {
    this.flow = flow;
    this.words = words;
    this.actions = new MoveLowering(words);
    this.anywhere = actions.anywhere(flow.anywhere());
    this.collects = new CollectLowering(words);
    this.usual = Detours.usual(flow, catalog);
    this.repairs = new RepairLowering(flow, words);
    this.asking =
        flow.tools().stream()
            .filter(tool -> tool.confirm().isPresent())
            .map(tool -> tool.name().value())
            .collect(Collectors.toSet());
    this.secrets =
        flow.variables().stream()
            .filter(VariableDecl::secret)
            .map(variable -> variable.name().value())
            .collect(Collectors.toSet());
  }

  StateDef lower(StateDecl state) {
    return new StateDef(
        state.name().value(),
        values(state.clear()),
        set(state.set()),
        state.before().stream().map(Located::value).toList(),
        state.say().map(words::wording),
        state.bargeIn(),
        state.prompt().map(words::guidance),
        state.collect().stream().map(collects::lower).toList(),
        moves(state),
        state.tools().stream().map(Located::value).toList(),
        state.run().stream().map(Located::value).toList(),
        state.next().stream()
            .map(branch -> new Branch(branch.guard(), actions.action(branch.action())))
            .toList(),
        ending(state),
        new Handlers(handlers(state.on()), otherwise()),
        silence(state),
        noMatch(state),
        state.listens(),
        !usual.contains(state.name().value()),
        repairs.corrections(state),
        new Marks(
            state.marks().milestone().map(Located::value),
            state.marks().outcome().map(Located::value)),
        pauses(state) ? RecordingChange.PAUSE : RecordingChange.NONE);
  }

  /// Where a secret value is entered, nothing may be on the recording.
  private boolean pauses(StateDecl state) {
    return state.pauseRecording()
        || state.collect().stream()
            .anyMatch(collect -> secrets.contains(collect.variable().value()));
  }

  /// The ladder of a state that says nothing about silence.
  List<SilenceRung> silence() {
    return rungs(flow.defaults().silence());
  }

  /// What a state without handlers of its own does about events.
  Handlers handlers() {
    return new Handlers(new LinkedHashMap<>(), handlers(flow.defaults().on()));
  }

  private List<SilenceRung> rungs(List<SilenceDecl> ladder) {
    return ladder.stream()
        .map(rung -> new SilenceRung(rung.after().value(), actions.action(rung.action())))
        .toList();
  }

  /// What callers may ask for in every state.
  List<Move> anywhere() {
    return anywhere;
  }

  /// What every state does about events that it doesn't handle itself.
  SequencedMap<String, Action> otherwise() {
    return handlers(flow.defaults().on());
  }

  /// Whether what callers may ask for anywhere is heard in the state.
  boolean hearsAnywhere(StateDecl state) {
    return state.anywhere() && hearsCallers(state);
  }

  private List<Move> moves(StateDecl state) {
    var own = state.choices().stream().map(actions::choice);
    var always = hearsAnywhere(state) ? anywhere.stream() : Stream.<Move>empty();
    var written = Stream.concat(own, always).toList();
    return hearsCallers(state)
        ? Stream.concat(written.stream(), repairs.moves(state, written).stream()).toList()
        : written;
  }

  private List<SilenceRung> silence(StateDecl state) {
    if (!hearsCallers(state)) return List.of();
    return rungs(state.silence().orElse(flow.defaults().silence()));
  }

  private List<Action> noMatch(StateDecl state) {
    if (!state.listens()) return List.of();
    return state.noMatch().orElse(flow.defaults().noMatch()).stream().map(actions::action).toList();
  }

  /// A state that only asks for the yes of a tool it runs hears callers too.
  private boolean hearsCallers(StateDecl state) {
    return state.listens() || state.run().stream().anyMatch(run -> asking.contains(run.value()));
  }

  private static Ending ending(StateDecl state) {
    if (state.transfer().isPresent()) return new Ending.TransferTo(state.transfer().get().value());
    if (state.hangup().isPresent()) return new Ending.HangUp(state.hangup().get().value());
    // Nobody has called this flow, or the flow that has puts its own way on in place of it.
    if (state.returns().isPresent()) return new Ending.HangUp(state.returns().get().value());
    return new Ending.None();
  }

  private SequencedMap<String, Action> handlers(List<HandlerDecl> handlers) {
    return Lowering.named(
        handlers, handler -> handler.event().value(), handler -> actions.action(handler.action()));
  }

  static <T> Set<T> values(List<Located<T>> written) {
    return written.stream()
        .map(Located::value)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static SequencedMap<VariableName, Template> set(List<SetDecl> set) {
    return Lowering.named(set, one -> one.variable().value(), SetDecl::value);
  }
}
