package callflow.compile;

import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Collect;
import callflow.program.Handlers;
import callflow.program.Move;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.source.Located;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.CollectDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.HandlerDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import callflow.value.ToolName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One state of a flow, with the flow's defaults filled in.
final class StateLowering {
  static final int ATTEMPTS = 3;

  private final FlowFile flow;
  private final WordingLowering words;
  private final MoveLowering actions;
  private final List<Move> anywhere;
  private final Set<ToolName> asking;

  StateLowering(FlowFile flow, WordingLowering words) {
    this.flow = flow;
    this.words = words;
    this.actions = new MoveLowering(words);
    this.anywhere = actions.anywhere(flow.anywhere());
    this.asking =
        flow.tools().stream()
            .filter(tool -> tool.confirm().isPresent())
            .map(tool -> tool.name().value())
            .collect(Collectors.toSet());
  }

  StateDef lower(StateDecl state) {
    return new StateDef(
        state.name().value(),
        values(state.clear()),
        set(state.set()),
        state.before().stream().map(Located::value).toList(),
        state.say().map(words::wording),
        state.prompt().map(words::guidance),
        state.collect().stream().map(this::collect).toList(),
        moves(state),
        state.tools().stream().map(Located::value).toList(),
        state.run().stream().map(Located::value).toList(),
        state.next().stream()
            .map(branch -> new Branch(branch.guard(), actions.action(branch.action())))
            .toList(),
        ending(state),
        new Handlers(handlers(state.on()), otherwise()),
        silence(state),
        state.listens());
  }

  private Collect collect(CollectDecl collect) {
    return new Collect(
        collect.variable().value(),
        collect.ask().map(words::wording),
        collect.attempts().map(Located::value).orElse(ATTEMPTS),
        collect.dtmf().map(Located::value).orElse(false));
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
    return Stream.concat(own, always).toList();
  }

  private List<SilenceRung> silence(StateDecl state) {
    if (!hearsCallers(state)) return List.of();
    List<SilenceDecl> ladder = state.silence().orElse(flow.defaults().silence());
    return ladder.stream()
        .map(rung -> new SilenceRung(rung.after().value(), actions.action(rung.action())))
        .toList();
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

  static SequencedMap<callflow.value.VariableName, callflow.expression.Template> set(
      List<SetDecl> set) {
    return Lowering.named(set, one -> one.variable().value(), SetDecl::value);
  }
}
