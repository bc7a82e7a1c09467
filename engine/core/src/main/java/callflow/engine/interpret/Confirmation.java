package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Stage.Confirming.Hearing;
import callflow.engine.call.CallState.Subject;
import callflow.engine.call.Taken;
import java.time.Duration;
import java.util.Optional;

/// The caller's yes, asked word for word and heard by the engine; the model's claim never counts.
///
/// Besides words, key 1 is a yes and key 2 a no.
final class Confirmation {
  /// A question that was cut off earlier was not understood.
  static final Duration ENOUGH_HEARD = Duration.ofSeconds(1);

  private Confirmation() {}

  static void ask(Draft draft, Subject about, String question) {
    draft.turn = draft.turn.unheard();
    draft.note(new Taken.Asked(about.name(), question));
    put(draft, new Stage.Confirming(about, question, 1, draft.saying(), Hearing.PUT));
    draft.configure(Optional.empty());
  }

  private static void put(Draft draft, Stage.Confirming asked) {
    draft.say(asked.question());
    draft.stage(asked);
  }

  /// The caller has to hear the question after whatever else is said while the answer is due.
  static void drowned(Draft draft) {
    asked(draft).ifPresent(asked -> draft.stage(asked.with(Hearing.LOST)));
  }

  /// Only what the caller begins to say after the question can answer it: transcripts may come
  /// late.
  static void callerSpoke(Draft draft) {
    if (draft.speaking()) return;
    asked(draft)
        .filter(asked -> asked.hearing() == Hearing.PUT)
        .ifPresent(asked -> draft.stage(asked.with(Hearing.ANSWERING)));
  }

  /// An interruption answers the question if enough of it was heard, after all that was said before
  /// it.
  static void interrupted(Draft draft, Duration heard) {
    asked(draft)
        .filter(asked -> asked.hearing() != Hearing.LOST)
        .ifPresent(asked -> {
          var needed = draft.timeToSay(asked.before()).plus(ENOUGH_HEARD);
          boolean enough = heard.compareTo(needed) >= 0;
          draft.stage(asked.with(enough ? Hearing.ANSWERING : Hearing.LOST));
        });
  }

  /// A clear answer counts at once; an unclear one waits for the end of the turn, since the caller
  /// may have asked for something else.
  static void heard(Draft draft, Stage.Confirming asked, String words) {
    if (asked.hearing() != Hearing.ANSWERING) {
      draft.ignore("words of the caller", "they were begun before the question was heard");
      boolean stillToBeHeard = draft.speaking() || asked.hearing() == Hearing.LOST;
      if (stillToBeHeard) draft.turn = draft.turn.unheard();
      return;
    }
    switch (YesNo.of(words)) {
      case YES -> answered(draft, asked, true);
      case NO -> answered(draft, asked, false);
      case UNCLEAR -> {}
    }
  }

  /// A key, pressed on a quiet line; it answers no question that was not heard.
  static void pressed(Draft draft, Stage.Confirming asked, boolean yes) {
    if (asked.hearing() == Hearing.LOST) putAgain(draft, asked, asked.asks());
    else answered(draft, asked, yes);
  }

  static void turnEnded(Draft draft, Stage.Confirming asked) {
    var turn = draft.turn;
    draft.turn = turn.unheard();
    if (turn.progress()) {
      Consent.corrected(draft, asked);
    } else if (!turn.heard()) {
      saidBetween(draft);
      if (!draft.speaking()) Silence.watch(draft);
    } else if (asked.asks() >= draft.program.limits().confirmAsks()) {
      answered(draft, asked, false);
    } else {
      putAgain(draft, asked, asked.asks() + 1);
    }
  }

  /// After anything else was said, the question must be the last thing the caller hears before a
  /// yes.
  static void saidBetween(Draft draft) {
    if (draft.go.isPresent()) return;
    asked(draft)
        .filter(asked -> asked.hearing() == Hearing.LOST)
        .ifPresent(asked -> putAgain(draft, asked, asked.asks()));
  }

  /// What drowned the question has been heard; unless a turn is under way, whose end puts it again.
  static void lineQuiet(Draft draft) {
    if (!draft.turn.heard() && !draft.turn.progress()) saidBetween(draft);
  }

  /// Puts the question once more, worded anew if what it is about has changed.
  static void putAgain(Draft draft, Stage.Confirming asked, int times) {
    if (Consent.isStale(draft, asked.about())) Consent.anew(draft, asked.about());
    else restate(draft, asked, times);
  }

  /// Puts the same question once more.
  static void restate(Draft draft, Stage.Confirming asked, int times) {
    put(draft, asked.again(question(draft, asked, times), times, draft.saying()));
  }

  /// The question as it is worded this time, or in the language spoken by now.
  private static String question(Draft draft, Stage.Confirming asked, int times) {
    return Consent.question(draft, asked.about())
        .filter(words -> words.counts() || draft.program.languages().size() > 1)
        .map(words -> Spoken.text(draft, words, times))
        .orElse(asked.question());
  }

  private static Optional<Stage.Confirming> asked(Draft draft) {
    return draft.phase instanceof Phase.Active(_, Stage.Confirming asked)
        ? Optional.of(asked)
        : Optional.empty();
  }

  static void answered(Draft draft, Stage.Confirming asked, boolean yes) {
    if (yes && Consent.isStale(draft, asked.about())) {
      putAgain(draft, asked, 1);
      return;
    }
    draft.turn = draft.turn.unheard();
    draft.note(new Taken.Answered(asked.about().name(), yes));
    Consent.answered(draft, asked.about(), yes);
  }
}
