package callflow.graph;

import callflow.expression.Infix;
import callflow.graph.FlowGraph.Box;
import callflow.graph.FlowGraph.Kind;
import callflow.program.Branch;
import callflow.program.Move;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.program.Wording;
import callflow.value.StateName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// States as boxes.
final class Boxes {
  private Boxes() {}

  static Box box(Program program, StateDef state) {
    return new Box(
        state.name(),
        kind(state),
        state.name().equals(program.start()),
        lines(state),
        state.say().map(say -> words(program, say)).orElse(List.of()));
  }

  static Kind kind(StateDef state) {
    return switch (state.ending()) {
      case Ending.TransferTo _ -> Kind.HANDS_OVER;
      case Ending.HangUp _ -> Kind.ENDS;
      case Ending.None _ when state.listens() -> Kind.ASKS;
      case Ending.None _ when state.say().isPresent() -> Kind.SPEAKS;
      case Ending.None _ -> Kind.DECIDES;
    };
  }

  private static List<String> lines(StateDef state) {
    var lines = new ArrayList<String>();
    add(lines, "asks for ", state.collect().stream().map(value -> value.variable()).toList());
    add(lines, "may use ", state.tools());
    add(lines, "runs ", state.before());
    add(lines, "runs ", state.run());
    switch (state.ending()) {
      case Ending.TransferTo(var transfer) -> lines.add("to " + transfer);
      case Ending.HangUp(var outcome) -> lines.add("outcome " + outcome);
      case Ending.None _ -> {}
    }
    if (comesBack(state)) lines.add("back to where the caller was");
    return lines;
  }

  private static boolean comesBack(StateDef state) {
    return Stream.concat(
            state.next().stream().map(Branch::action), state.moves().stream().map(Move::action))
        .anyMatch(action -> action.target().filter(StateName.RESUME::equals).isPresent());
  }

  private static void add(List<String> lines, String verb, Collection<?> names) {
    if (names.isEmpty()) return;
    lines.add(verb + names.stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  /// Every text of a wording in the language a call begins with.
  static List<String> words(Program program, Wording wording) {
    var rounds = wording.rounds().in(program.languages().getFirst());
    var words = new ArrayList<String>();
    rounds.once().forEach(text -> words.add(Infix.of(text)));
    rounds.turns().forEach(text -> words.add(Infix.of(text)));
    return words;
  }
}
