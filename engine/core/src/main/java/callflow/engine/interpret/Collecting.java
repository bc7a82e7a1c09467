package callflow.engine.interpret;

import callflow.engine.call.CallState.Subject;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.program.Collect;
import callflow.program.StateDef;
import callflow.program.VariableDef;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The values a state asks for, and what counts as having got them.
final class Collecting {
  private Collecting() {}

  /// The first value that is still missing.
  static Optional<Collect> missing(Draft draft, StateDef state) {
    return state.collect().stream()
        .filter(collect -> !draft.variables.containsKey(collect.variable()))
        .findFirst();
  }

  /// The first value that is there and still needs the caller's yes.
  static Optional<Collect> inDoubt(Draft draft, StateDef state) {
    return state.collect().stream()
        .filter(collect -> collect.confirm().isPresent())
        .filter(collect -> draft.variables.containsKey(collect.variable()))
        .filter(collect -> {
          var value = draft.variables.get(collect.variable());
          return !Objects.equals(value, draft.accepted.get(collect.variable()));
        })
        .findFirst();
  }

  /// Asks whether a value that is there is right.
  static void askForYes(Draft draft, Collect collect) {
    var value = Optional.ofNullable(draft.variables.get(collect.variable()));
    var question = collect.confirm().map(words -> Spoken.text(draft, words, 1)).orElse("");
    value.ifPresent(
        it -> Confirmation.ask(draft, new Subject.Given(collect.variable(), it), question));
  }

  static List<VariableName> allMissing(Draft draft, StateDef state) {
    return state.collect().stream()
        .map(Collect::variable)
        .filter(variable -> !draft.variables.containsKey(variable))
        .toList();
  }

  static void fill(Draft draft, VariableName variable, Value value, String by) {
    draft.variables.put(variable, value);
    draft.keys("");
    draft.cancel(TimerId.KEYS);
    draft.note(new Taken.Filled(variable, value, by));
  }

  /// Whether the model may fill this variable now: the state asks for it, or a later one will and
  /// the caller was faster. A value that was volunteered can be corrected only where it is asked
  /// for.
  static boolean mayFill(Draft draft, StateDef state, VariableDef variable) {
    if (variable.secret()) return false;
    if (collects(state, variable.name())) return true;
    return !draft.variables.containsKey(variable.name())
        && draft.program.states().values().stream()
            .anyMatch(other -> collects(other, variable.name()));
  }

  static boolean collects(StateDef state, VariableName variable) {
    return state.collect().stream().anyMatch(collect -> collect.variable().equals(variable));
  }

  /// A turn, or an entry by keys, that did not bring the value asked for.
  static void failed(Draft draft, StateDef state, Collect collect, String why) {
    int attempts = draft.attempt(collect.variable());
    draft.note(new Taken.NotUnderstood(collect.variable(), attempts, why));
    if (attempts >= collect.attempts()) {
      if (Moves.handle(draft, List.of("attempts_exhausted")) && draft.go.isPresent()) return;
      Moves.giveUp(draft, "`" + collect.variable() + "` was not given in `" + state.name() + "`");
    } else {
      NoMatch.happened(draft, state);
      if (draft.go.isEmpty()) ask(draft, collect);
    }
  }

  /// Puts the state's own question again; where it has none the model asks.
  static void ask(Draft draft, Collect collect) {
    collect.ask().ifPresent(words -> Spoken.say(draft, words));
  }
}
