package callflow.graph;

import callflow.program.Program;
import callflow.program.StateDef;
import callflow.value.StateName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What there is to draw of a flow.
///
/// @param always what holds in every state, so that it is told once and not drawn as arrows
public record FlowGraph(String name, List<Box> boxes, List<Arrow> arrows, List<Always> always) {
  public FlowGraph {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    always = List.copyOf(always);
  }

  /// Draws every state in the order of the file, and before them what the flow itself puts first.
  public static FlowGraph of(Program program) {
    var ladder = UsualLadder.of(program);
    var states = fromTheStart(program);
    return new FlowGraph(
        program.name().value(),
        states.stream().map(state -> Boxes.box(program, state)).toList(),
        states.stream().flatMap(state -> Arrows.from(state, ladder).stream()).toList(),
        Everywhere.of(program, ladder));
  }

  /// A call that begins with states nobody has written, such as `compliance.disclosure`, begins
  /// above all others.
  private static List<StateDef> fromTheStart(Program program) {
    String start = program.start().value();
    int dot = start.indexOf('.');
    var states = new ArrayList<>(program.states().values());
    if (dot < 0) return states;
    String family = start.substring(0, dot + 1);
    states.sort(Comparator.comparing(state -> !state.name().value().startsWith(family)));
    return states;
  }

  /// What a state is for, in one word.
  public enum Kind {
    /// Says something and goes on.
    SPEAKS("speaks"),
    /// Listens to the caller.
    ASKS("asks"),
    /// Asks tools or looks at values, without a word.
    DECIDES("decides"),
    /// Gives the caller to somebody else.
    HANDS_OVER("hands over"),
    /// Ends the call.
    ENDS("ends");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// One state.
  ///
  /// @param lines what it does, a few words each
  /// @param words all it may say word for word, unshortened
  public record Box(
      StateName name, Kind kind, boolean start, List<String> lines, List<String> words) {
    public Box {
      lines = List.copyOf(lines);
      words = List.copyOf(words);
    }
  }

  /// The ways from one state to another, drawn as one arrow.
  ///
  /// @param labels what makes a call take it, one for each way; a way that is always taken has none
  public record Arrow(StateName from, StateName to, List<String> labels) {
    public Arrow {
      labels = List.copyOf(labels);
    }
  }

  /// Something that holds in every state which has nothing of its own against it.
  ///
  /// @param to empty when the call stays where it is
  public record Always(String when, Optional<StateName> to) {}
}
