package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.TimerId;
import callflow.program.Collect;
import callflow.program.Move;
import callflow.program.StateDef;
import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;
import java.util.Optional;

/// The keys of the telephone: entries of digits, choices, and a yes or a no.
///
/// While a state collects by keypad, a key opens an entry; it acts as a choice only when nothing
/// follows it within the inter-digit time. `#` completes an entry, `*` starts it over, unless the
/// flow says it is the other way round.
final class Keys {
  private static final int LONGEST_ENTRY = 64;

  private Keys() {}

  static void pressed(Draft draft, char key) {
    if (draft.state().isEmpty() || !isKey(key)) {
      draft.ignore("key " + key, "keys mean nothing here");
      return;
    }
    Silence.ended(draft);
    var state = draft.state().get();
    switch (stage(draft)) {
      case Stage.Confirming asked when (key == '1' || key == '2') && !draft.speaking() -> {
        draft.hush();
        Confirmation.pressed(draft, asked, key == '1');
      }
      case Stage.Conversing _ when entry(draft, state).isPresent() ->
          entered(draft, state, entry(draft, state).get(), key);
      case Stage _ -> choose(draft, state, key);
    }
  }

  private static boolean isKey(char key) {
    return (key >= '0' && key <= '9') || key == '*' || key == '#';
  }

  private static Stage stage(Draft draft) {
    return draft.phase instanceof Phase.Active(_, var stage) ? stage : new Stage.Conversing();
  }

  /// The value that keys are taken for now.
  private static Optional<Collect> entry(Draft draft, StateDef state) {
    return state.collect().stream()
        .filter(collect -> collect.keypad().isPresent())
        .filter(collect -> !draft.variables.containsKey(collect.variable()))
        .findFirst();
  }

  private static void entered(Draft draft, StateDef state, Collect collect, char key) {
    String keys = draft.here.keys();
    var keypad = collect.keypad().orElseThrow();
    if (keys.isEmpty() && (key == '#' || key == '*')) {
      choose(draft, state, key);
    } else if (key == keypad.startsOver()) {
      draft.keys("");
      draft.cancel(TimerId.KEYS);
      Silence.watch(draft);
    } else if (key == keypad.terminator()) {
      complete(draft, state, collect);
    } else if (keys.length() >= LONGEST_ENTRY) {
      draft.ignore("key " + key, "the entry is too long");
    } else {
      if (keys.isEmpty()) draft.hush();
      draft.keys(keys + key);
      if (keys.length() + 1 == fullLength(draft, collect)) {
        complete(draft, state, collect);
      } else {
        draft.cancel(TimerId.SILENCE);
        draft.start(TimerId.KEYS, keypad.interDigit());
      }
    }
  }

  /// How many keys are all there can be; 0 when that isn't known.
  private static int fullLength(Draft draft, Collect collect) {
    return collect
        .keypad()
        .flatMap(Collect.Keypad::length)
        .orElseGet(() ->
            draft.program.variable(collect.variable()).type() instanceof Type.Digits(_, var max, _)
                ? max.orElse(0)
                : 0);
  }

  /// No further key came: a single key may have been meant as a choice.
  static void elapsed(Draft draft, StateDef state) {
    String keys = draft.here.keys();
    if (keys.length() == 1 && move(draft, state, keys.charAt(0)).isPresent()) {
      draft.keys("");
      choose(draft, state, keys.charAt(0));
    } else {
      entry(draft, state).ifPresent(collect -> complete(draft, state, collect));
      draft.keys("");
    }
  }

  private static void complete(Draft draft, StateDef state, Collect collect) {
    String keys = draft.here.keys();
    draft.keys("");
    draft.cancel(TimerId.KEYS);
    var variable = draft.program.variable(collect.variable());
    switch (Fit.of(variable.type(), new Value.Text(keys))) {
      case Fit.Fits(var value) when OwnRules.object(draft, variable, value) ->
          refused(draft, state, collect, "the flow's rule forbids it");
      case Fit.Fits(var value) -> {
        Collecting.fill(draft, collect.variable(), value, "keys");
        goOn(draft, state);
      }
      case Fit.Misfit(var reason) -> refused(draft, state, collect, reason);
    }
  }

  private static void refused(Draft draft, StateDef state, Collect collect, String why) {
    Collecting.failed(draft, state, collect, why);
    if (draft.go.isEmpty() && !draft.ended() && collect.ask().isEmpty()) {
      String what = draft.program.variable(collect.variable()).description();
      Voice.speakNow(
          draft, "The keys pressed were not a valid value for: " + what + ". Ask again.");
    }
  }

  /// All values there: on with the state. Else the next one is asked for.
  private static void goOn(Draft draft, StateDef state) {
    var doubtful = Collecting.inDoubt(draft, state);
    if (doubtful.isPresent()) {
      Collecting.askForYes(draft, doubtful.get());
      return;
    }
    if (Conversation.isOver(draft, state)) {
      Moves.run(draft, state, 0);
      return;
    }
    var next = Collecting.missing(draft, state);
    next.ifPresent(collect -> Collecting.ask(draft, collect));
    if (next.isEmpty() || next.get().ask().isEmpty()) {
      Voice.speakNow(draft, "The caller has entered a value with the telephone keys. Go on.");
    }
  }

  private static void choose(Draft draft, StateDef state, char key) {
    var move = move(draft, state, key);
    if (move.isEmpty()) {
      draft.ignore("key " + key, "nothing is chosen by it here");
      Silence.watch(draft);
    } else {
      draft.hush();
      Choosing.atOnce(draft, move.get());
    }
  }

  private static Optional<Move> move(Draft draft, StateDef state, char key) {
    return Choosing.open(draft, state).stream()
        .filter(move -> move.key().equals(Optional.of(key)))
        .findFirst();
  }
}
