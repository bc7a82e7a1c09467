package callflow.program;

import callflow.expression.Template;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.VariableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One state, with the flow's defaults filled in.
///
/// The order of its parts is the order in which they happen: `clear` and `set`, `before`, `say`,
/// then the conversation (`collect`, `moves`, `tools`), then `run`, then `next` or the ending.
///
/// @param moves the state's choices, then the `anywhere` entries that are live in it
public record StateDef(
    StateName name,
    Set<VariableName> clear,
    SequencedMap<VariableName, Template> set,
    List<ToolName> before,
    Optional<Wording> say,
    Optional<ByLanguage<Template>> prompt,
    List<Collect> collect,
    List<Move> moves,
    List<ToolName> tools,
    List<ToolName> run,
    List<Branch> next,
    Ending ending,
    Handlers handlers,
    List<SilenceRung> silence,
    boolean listens) {
  public StateDef {
    clear = Collections.unmodifiableSet(new LinkedHashSet<>(clear));
    set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
    before = List.copyOf(before);
    collect = List.copyOf(collect);
    moves = List.copyOf(moves);
    tools = List.copyOf(tools);
    run = List.copyOf(run);
    next = List.copyOf(next);
    silence = List.copyOf(silence);
  }

  /// Whether the state offers choices of its own, which are then its way out.
  public boolean hasChoices() {
    return moves.stream().anyMatch(move -> !move.anywhere());
  }

  /// How a state ends the call, or hands it over.
  public sealed interface Ending {
    record None() implements Ending {}

    record TransferTo(TransferName transfer) implements Ending {}

    /// The call is ended by us.
    ///
    /// @param outcome the word for the records, never spoken
    record HangUp(String outcome) implements Ending {}
  }
}
