package callflow.simulator.drive;

import callflow.engine.call.Command;
import callflow.engine.call.Handover.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A caller in a queue, and what the queue does as time passes.
///
/// @param since when the caller was put into it
record WaitingCaller(Waiting queue, Instant since) {

  /// Something the queue does.
  ///
  /// @param say what the caller hears; empty when the caller has waited as long as may be
  record Moment(Instant at, Optional<String> say) {}

  /// The caller of a transfer with a queue.
  static Optional<WaitingCaller> of(Command.Transfer ordered, Instant now) {
    return ordered.handover().waiting().map(queue -> new WaitingCaller(queue, now));
  }

  /// What it does next after `now`, and not after `end`.
  Optional<Moment> after(Instant now, Instant end) {
    var over = new Moment(since.plus(queue.most()), Optional.empty());
    var next =
        queue
            .reminder()
            .map(reminder -> {
              long heard = Duration.between(since, now).dividedBy(reminder.every());
              var at = since.plus(reminder.every().multipliedBy(heard + 1));
              return new Moment(at, Optional.of(reminder.say()));
            })
            .filter(reminder -> reminder.at().isBefore(over.at()))
            .orElse(over);
    return next.at().isAfter(end) ? Optional.empty() : Optional.of(next);
  }
}
