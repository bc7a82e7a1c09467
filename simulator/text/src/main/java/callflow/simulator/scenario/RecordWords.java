package callflow.simulator.scenario;

import callflow.engine.call.EndReason;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Move;
import callflow.program.Program;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import java.util.List;
import java.util.stream.Stream;

/// The words with which calls of a flow can be recorded.
final class RecordWords {
  private RecordWords() {}

  /// The flow's own words for endings, and those the engine has for the others.
  static List<String> outcomes(Program program) {
    var own =
        program.states().values().stream()
            .flatMap(state -> Stream.concat(hangup(state), state.marks().outcome().stream()));
    var usual = Stream.of(EndReason.Transferred.USUAL, EndReason.CallerHungUp.USUAL, "failed");
    return Stream.concat(own, usual).distinct().toList();
  }

  private static Stream<String> hangup(StateDef state) {
    return switch (state.ending()) {
      case StateDef.Ending.HangUp(var word) -> Stream.of(word);
      case StateDef.Ending.None _, StateDef.Ending.TransferTo _ -> Stream.empty();
    };
  }

  static List<String> milestones(Program program) {
    return program.states().values().stream()
        .flatMap(state ->
            Stream.concat(
                state.marks().milestone().stream(),
                actions(state).flatMap(action -> action.milestone().stream())))
        .distinct()
        .toList();
  }

  private static Stream<Action> actions(StateDef state) {
    return Stream.of(
            state.next().stream().map(Branch::action),
            state.moves().stream().map(Move::action),
            state.silence().stream().map(SilenceRung::action),
            state.handlers().own().values().stream(),
            state.handlers().inherited().values().stream())
        .flatMap(all -> all);
  }
}
