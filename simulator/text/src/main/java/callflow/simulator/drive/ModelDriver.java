package callflow.simulator.drive;

import java.util.List;

/// Who plays the model in a simulated call.
///
/// One driver serves one call and may remember what was said in it.
@FunctionalInterface
public interface ModelDriver {

  /// The model's part of a turn, in order. An empty list ends the turn.
  ///
  /// When the list holds requests, the driver is asked once more with their answers, unless the
  /// conversation has moved on meanwhile.
  List<ModelAct> act(Scene scene, Cue cue);

  /// Why it did what it did with the words the caller said last, one sentence each; empty when it
  /// has not heard them, or doesn't say.
  default List<String> reasons(String words) {
    return List.of();
  }
}
