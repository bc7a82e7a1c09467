package callflow.app;

import callflow.engine.call.TransferOutcome;
import callflow.parse.Scalars;
import callflow.program.Program;
import callflow.simulator.drive.SimulatedCall;
import callflow.simulator.rehearsal.RehearsalModel;
import callflow.simulator.report.TranscriptText;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The conversation of `callflow simulate`: what is typed goes to the call, what comes of it is
/// shown.
///
/// A line is what the caller says; a line that begins with `/` does something else, see `/help`.
final class Dialogue {
  private static final String HELP =
      """
      Type what the caller says, or:
        /press 1         press keys of the telephone
        /silence 8s      say nothing for that long
        /hangup          hang up
        /transfer busy   let the transfer under way come out like this
                         (answered, busy, no_answer, declined, voicemail, failed, max_time)
        /state           where the call is, and what the model may do there
        /vars            the values the call knows
        /why             what the rehearsal model made of the last words, and what was decided
        /quit            leave
      """;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Program program;
  private final SimulatedCall call;
  private final RehearsalModel model;
  private final Prompt prompt;
  private final Inspection inspection;
  private int shown;
  private int before;

  Dialogue(Program program, SimulatedCall call, RehearsalModel model, Prompt prompt) {
    this.program = program;
    this.call = call;
    this.model = model;
    this.prompt = prompt;
    this.inspection = new Inspection(program, call);
  }

  /// Talks until the call has ended or the person at the keyboard leaves.
  void hold() {
    say(
        "You are calling `"
            + program.name()
            + "`. It is "
            + MOMENT.format(call.now())
            + " for this call (--at changes that). Type what you say; /help shows what else there"
            + " is.");
    call.begin();
    show();
    while (!call.state().ended()) {
      Optional<String> line = prompt.read();
      if (line.isEmpty()) {
        say("(The input has ended; the call was still going on.)");
        break;
      }
      if (line.get().strip().equals("/quit")) break;
      take(line.get().strip());
    }
    prompt.out().flush();
  }

  private void take(String line) {
    if (line.isEmpty()) {
      say("Say something, or /silence 8s to say nothing for a while.");
    } else if (line.startsWith("/")) {
      int space = line.indexOf(' ');
      String word = space < 0 ? line : line.substring(0, space);
      command(word, space < 0 ? "" : line.substring(space + 1).strip());
    } else {
      act(() -> call.callerSays(line));
    }
  }

  private void command(String word, String argument) {
    switch (word) {
      case "/press" -> press(argument);
      case "/silence" -> silence(argument);
      case "/hangup" -> act(call::callerHangsUp);
      case "/transfer" -> transfer(argument);
      case "/state" -> say(inspection.state());
      case "/vars" -> say(inspection.variables());
      case "/why" -> say(inspection.why(model.explanation(), call.transcript().since(before)));
      case "/help" -> say(HELP.stripTrailing());
      default -> say("There is no `" + word + "`. /help shows what there is.");
    }
  }

  private void press(String keys) {
    if (!keys.matches("[0-9*#]{1,64}")) {
      say("Which keys? `/press 1` or `/press 12345678#`: digits, * and # only.");
    } else {
      act(() -> call.press(keys));
    }
  }

  private void silence(String argument) {
    Optional<Duration> time = Scalars.duration(argument);
    if (time.isEmpty()) {
      say("For how long? `/silence 8s`, with ms, s, m or h behind the number.");
    } else {
      act(() -> call.passTime(time.get()));
    }
  }

  private void transfer(String word) {
    var outcome = TransferOutcome.named(word);
    if (outcome.isEmpty()) {
      say(
          "How does it come out? `/transfer busy`; one of "
              + Arrays.stream(TransferOutcome.values())
                  .map(TransferOutcome::word)
                  .collect(Collectors.joining(", "))
              + ".");
    } else if (!call.transferring()) {
      say("Nobody is being called just now.");
    } else {
      act(() -> call.transferEnds(outcome.get()));
    }
  }

  private void act(Runnable action) {
    before = call.transcript().size();
    action.run();
    show();
  }

  /// Shows what has come since the last time; the caller's own words stand there already.
  private void show() {
    TranscriptText.since(program, call.transcript(), shown).stream()
        .filter(line -> !line.startsWith("Caller: "))
        .forEach(this::say);
    shown = call.transcript().size();
    if (call.transferring()) {
      say(
          "(The transfer is ringing: /transfer answered, busy, no_answer, declined, voicemail or"
              + " failed.)");
    }
  }

  private void say(String text) {
    prompt.out().println(text);
    prompt.out().flush();
  }
}
