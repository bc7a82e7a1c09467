package callflow.engine.interpret;

import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.program.StateDef;

/// The recording of the call: begun when the caller knows, paused while something is said or
/// entered that may not be on it.
final class Recorder {
  private Recorder() {}

  /// Paused before anything of the state is said, and only then taken up again when it is left.
  static void entered(Draft draft, StateDef state) {
    switch (state.recording()) {
      case START -> start(draft);
      case PAUSE -> {
        if (draft.recordingPaused) return;
        draft.recordingPaused = true;
        draft.order(new Command.PauseRecording());
        draft.note(new Taken.Recording("paused"));
      }
      case NONE -> {
        if (!draft.recordingPaused) return;
        draft.recordingPaused = false;
        draft.order(new Command.ResumeRecording());
        draft.note(new Taken.Recording("taken up again"));
      }
    }
  }

  static void start(Draft draft) {
    draft.order(new Command.StartRecording());
    draft.note(new Taken.Recording("started"));
  }
}
