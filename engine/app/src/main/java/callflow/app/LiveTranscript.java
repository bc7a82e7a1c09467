package callflow.app;

import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.interpret.Step;
import callflow.program.Program;
import callflow.simulator.drive.Line;
import callflow.simulator.drive.Transcript;
import callflow.simulator.report.TranscriptText;
import callflow.value.TransferName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A live call as the simulator would tell it: the same lines, with the same masking.
final class LiveTranscript {
  private final Program program;
  private final List<Line> lines = new ArrayList<>();
  private Optional<TransferName> transfer = Optional.empty();
  private int told;

  LiveTranscript(Program program) {
    this.program = program;
  }

  /// What a step adds to the story.
  List<String> tell(Event event, Step step) {
    happened(event);
    step.taken().forEach(taken -> decided(event.at(), taken));
    step.commands().forEach(command -> ordered(event.at(), command));
    var news = TranscriptText.since(program, new Transcript(lines), told);
    told = lines.size();
    return news;
  }

  private void happened(Event event) {
    switch (event) {
      case Event.CallerSaid(var at, var words) -> lines.add(new Line.CallerSaid(at, words));
      case Event.DigitPressed(var at, var key) ->
          lines.add(new Line.CallerPressed(at, String.valueOf(key)));
      case Event.CallerHungUp(var at) -> lines.add(new Line.CallerHungUp(at));
      case Event.CallerInterrupted(var at, _) -> lines.add(new Line.AgentStopped(at));
      case Event.AgentSaid(var at, var words) -> lines.add(new Line.AgentSaid(at, words));
      case Event.ToolRequested(var at, _, var tool, var arguments) ->
          lines.add(new Line.ModelAsked(at, tool, arguments));
      case Event.TimerFired(var at, var id, _) -> lines.add(new Line.TimerRang(at, id));
      case Event.TransferEnded(var at, _, var outcome) ->
          transfer.ifPresent(name -> lines.add(new Line.TransferCameOut(at, name, outcome)));
      case Event.CallStarted _,
          Event.PlaybackEnded _,
          Event.VoiceReady _,
          Event.VoiceLost _,
          Event.CallerSpoke _,
          Event.TurnEnded _,
          Event.ToolReturned _ -> {}
    }
  }

  private void decided(Instant at, Taken taken) {
    switch (taken) {
      case Taken.Said(var text) -> lines.add(new Line.AgentSaid(at, text));
      case Taken _ -> lines.add(new Line.Decided(at, taken));
    }
  }

  private void ordered(Instant at, Command command) {
    switch (command) {
      case Command.InvokeTool(_, _, var tool, var operation, _, var arguments, _) ->
          lines.add(new Line.ToolCalled(at, tool, operation, arguments));
      case Command.Transfer(var name, var to, _, _, var attach, _, var handover) -> {
        transfer = Optional.of(name);
        lines.add(new Line.TransferOrdered(at, name, to, attach, handover));
      }
      case Command _ -> {}
    }
  }
}
