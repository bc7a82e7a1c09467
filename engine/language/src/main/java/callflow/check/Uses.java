package callflow.check;

import callflow.check.Edge.Cause;
import callflow.check.Reads.Read;
import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.syntax.ActionDecl;
import callflow.syntax.BranchDecl;
import callflow.syntax.CallDecl;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.value.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one state reads without having seen to it that it is there, and what is there for sure on
/// each way out of it.
final class Uses {
  private final Context context;
  private final StateDecl state;
  private final List<Read> reads = new ArrayList<>();
  private final IdentityHashMap<ActionDecl, Set<String>> guarded = new IdentityHashMap<>();
  private final List<Set<String>> branches = new ArrayList<>();
  private Set<String> present = new HashSet<>();
  private Set<String> prepared = Set.of();
  private Set<String> asked = Set.of();
  private Set<String> collected = Set.of();

  private Uses(Context context, StateDecl state) {
    this.context = context;
    this.state = state;
  }

  /// Follows a state from its `clear` to its `next`.
  static Uses of(Context context, StateDecl state) {
    var uses = new Uses(context, state);
    uses.follow();
    return uses;
  }

  List<Read> reads() {
    return reads;
  }

  /// What is there for sure when the edge is taken, whatever was there before.
  Set<String> given(Edge edge) {
    Set<String> here =
        switch (edge.cause()) {
          case Cause.Next(var index) -> branches.get(index);
          case Cause.Resume() -> present;
          case Cause.Caller(), Cause.Detour() ->
              Reads.with(asked, guarded.getOrDefault(edge.action(), Set.of()));
          case Cause.ToolOutcome(var use, _) ->
              switch (use.how()) {
                case BEFORE -> prepared;
                case OFFERED -> asked;
                case RUN -> collected;
              };
          case Cause.TransferOutcome(_) -> present;
        };
    var given = new HashSet<>(here);
    edge.action().set().forEach(set -> given.add(set.variable().value().value()));
    return given;
  }

  private void follow() {
    set(state.set());
    prepared = Set.copyOf(present);
    state.before().forEach(tool -> context.tool(tool.value()).ifPresent(this::run));
    state.say().ifPresent(say -> say.templates().forEach(this::read));
    asked = Set.copyOf(present);
    state.collect().forEach(collect -> present.add(collect.variable().value().value()));
    collected = Set.copyOf(present);
    conversation();
    state.run().forEach(tool -> context.tool(tool.value()).ifPresent(this::run));
    state.call().ifPresent(this::call);
    state.next().forEach(this::branch);
  }

  /// Values the state asks for itself count as there: its own words are about getting them.
  private void conversation() {
    state.prompt().ifPresent(prompt -> prompt.all().forEach(this::read));
    for (var collect : state.collect()) {
      collect.ask().ifPresent(ask -> ask.templates().forEach(this::read));
    }
    for (ChoiceDecl choice : state.choices()) {
      choice.guard().ifPresent(this::guard);
      Set<String> told = choice.guard().map(Presence::when).orElse(Set.of());
      guarded.put(choice.action(), told);
      within(told, () -> action(choice.action()));
    }
    for (var tool : state.tools()) {
      context.tool(tool.value()).ifPresent(offered -> within(Set.of(), () -> called(offered)));
    }
  }

  private void run(ToolDecl tool) {
    called(tool);
    for (ToolDecl.SaveDecl save : tool.save()) {
      String variable = save.variable().value().value();
      present.removeIf(path -> path.startsWith(variable + "."));
      if (Answered.surely(context, state, tool, save)) {
        present.add(variable);
      } else {
        present.remove(variable);
      }
    }
  }

  /// What is handed over are values of the other flow; what it gives back counts as there.
  private void call(CallDecl call) {
    call.with().forEach(given -> read(given.value()));
    call.save().forEach(kept -> present.add(kept.variable().value().value()));
  }

  /// A call is refused unless what the tool requires holds.
  private void called(ToolDecl tool) {
    tool.requires().ifPresent(condition -> present.addAll(Presence.when(condition)));
    tool.confirm().ifPresent(words -> words.templates().forEach(this::read));
    tool.filler().ifPresent(words -> words.templates().forEach(this::read));
    for (ToolDecl.ArgumentDecl argument : tool.with()) {
      if (isRequired(tool, argument)) read(argument.value());
    }
  }

  /// What need not be given is left out when it has no value.
  private boolean isRequired(ToolDecl tool, ToolDecl.ArgumentDecl argument) {
    return context
        .operation(tool.name().value())
        .flatMap(it -> Optional.ofNullable(it.input().fields().get(argument.name().value())))
        .filter(Type.Field::required)
        .isPresent();
  }

  private void branch(BranchDecl branch) {
    branch.guard().ifPresent(this::guard);
    Set<String> told = branch.guard().map(Presence::when).orElse(Set.of());
    branches.add(Reads.with(present, told));
    within(told, () -> action(branch.action()));
    branch.guard().ifPresent(guard -> present.addAll(Presence.unless(guard)));
  }

  private void action(ActionDecl action) {
    action.say().ifPresent(say -> say.templates().forEach(this::read));
    set(action.set());
  }

  private void set(List<ActionDecl.SetDecl> sets) {
    for (ActionDecl.SetDecl set : sets) {
      read(set.value());
      present.add(set.variable().value().value());
    }
  }

  /// Does something that is over when it is done: what it knew is not known afterwards.
  private void within(Set<String> more, Runnable part) {
    var outside = present;
    present = new HashSet<>(Reads.with(outside, more));
    part.run();
    present = outside;
  }

  private void read(Template template) {
    template.holes().forEach(this::read);
  }

  private void guard(Expression condition) {
    reads.addAll(Reads.ofCondition(condition, present));
  }

  private void read(Expression expression) {
    reads.addAll(Reads.of(expression, present));
  }

  /// The values the state forgets when it is entered.
  Stream<String> cleared() {
    return state.clear().stream().map(name -> name.value().value());
  }
}
