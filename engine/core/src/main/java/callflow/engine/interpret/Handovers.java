package callflow.engine.interpret;

import callflow.engine.call.Handover;
import callflow.engine.call.Handover.Reminder;
import callflow.engine.call.Handover.Waiting;
import callflow.expression.Rendering;
import callflow.expression.Speech;
import callflow.expression.Template;
import callflow.program.TransferDef.Announcement;
import callflow.program.TransferDef.Destination;
import callflow.program.TransferDef.Manner;
import callflow.program.TransferDef.Queue;
import callflow.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a transfer's texts come to in this call: whom to dial, what to show and to say.
final class Handovers {
  private static final Pattern NUMBER = Pattern.compile("[+][1-9][0-9]{5,14}");

  private Handovers() {}

  static String number(Draft draft, Destination to) {
    return switch (to) {
      case Destination.Fixed(var number) -> number;
      case Destination.Chosen(var choose, var from, var otherwise) -> {
        var word = Rendering.value(choose, CallScope.of(draft)).map(Value::toString);
        yield word.map(from::get).orElseGet(() -> from.get(otherwise));
      }
    };
  }

  static Handover of(Draft draft, Manner manner) {
    return new Handover(
        manner.callerId().flatMap(template -> callerId(draft, template)),
        manner.whisper().map(template -> handedOver(draft, template)),
        manner.brief().map(template -> handedOver(draft, template)),
        manner.queue().map(queue -> waiting(draft, queue)));
  }

  /// A number that is none is left out: the carrier would refuse the call.
  private static Optional<String> callerId(Draft draft, Template template) {
    var number = Rendering.value(template, CallScope.of(draft)).map(Value::toString);
    if (number.isPresent() && NUMBER.matcher(number.get()).matches()) return number;
    draft.ignore("caller_id", "it is no telephone number in the international form");
    return Optional.empty();
  }

  /// Everything said to the person who answers is bounded like everything said to the caller.
  private static String handedOver(Draft draft, Template template) {
    var scope = CallScope.of(draft).withSummary();
    return draft.bounded(
        Speech.speak(template, scope, draft.types.withSummary(), draft.voice().locale()));
  }

  private static Waiting waiting(Draft draft, Queue queue) {
    return new Waiting(
        queue.music(), queue.maxWait(), queue.announcement().map(each -> reminder(draft, each)));
  }

  private static Reminder reminder(Draft draft, Announcement announcement) {
    return new Reminder(
        announcement.every(), draft.bounded(Spoken.text(draft, announcement.say(), 1)));
  }
}
