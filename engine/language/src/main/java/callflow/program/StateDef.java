package callflow.program;

import callflow.expression.Template;
import callflow.value.Repair;
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
import java.util.stream.Stream;

/// One state, with the flow's defaults filled in.
///
/// The order of its parts is the order in which they happen: `clear` and `set`, `before`, `say`,
/// then the conversation (`collect`, `moves`, `tools`), then `run`, then `next` or the ending.
///
/// @param bargeIn whether callers may interrupt what it says
/// @param noMatch what happens after turns of the caller that bring nothing, one after the other;
///   the last stays
/// @param aside whether calls come here only on a detour
/// @param corrections how what earlier states asked for is put right
/// @param moves the state's choices, then the `anywhere` entries that are live in it
public record StateDef(
    StateName name,
    Set<VariableName> clear,
    SequencedMap<VariableName, Template> set,
    List<ToolName> before,
    Optional<Wording> say,
    boolean bargeIn,
    Optional<ByLanguage<Template>> prompt,
    List<Collect> collect,
    List<Move> moves,
    List<ToolName> tools,
    List<ToolName> run,
    List<Branch> next,
    Ending ending,
    Handlers handlers,
    List<SilenceRung> silence,
    List<Action> noMatch,
    boolean listens,
    boolean aside,
    Corrections corrections,
    Marks marks,
    RecordingChange recording) {
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
    noMatch = List.copyOf(noMatch);
  }

  /// Whether the state offers choices of its own, which are then its way out.
  public boolean hasChoices() {
    return moves.stream().anyMatch(move -> !move.anywhere());
  }

  /// Values put right once their state is left.
  ///
  /// @param offered whether values of earlier states can be put right here
  /// @param own the moves by which later states may offer it for the values of this one
  public record Corrections(boolean offered, List<Move> own) {
    public static final Corrections NONE = new Corrections(false, List.of());

    public Corrections {
      own = List.copyOf(own);
    }
  }

  /// A state that is passed through without a word.
  public static StateDef passing(
      StateName name,
      SequencedMap<VariableName, Template> set,
      List<Branch> next,
      Handlers handlers,
      boolean aside) {
    return new StateDef(
        name,
        Set.of(),
        set,
        List.of(),
        Optional.empty(),
        true,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        next,
        new Ending.None(),
        handlers,
        List.of(),
        List.of(),
        false,
        aside,
        Corrections.NONE,
        Marks.NONE,
        RecordingChange.NONE);
  }

  /// The same state, which goes on instead of ending the call.
  public StateDef leading(List<Branch> to) {
    return new StateDef(
        name,
        clear,
        set,
        before,
        say,
        bargeIn,
        prompt,
        collect,
        moves,
        tools,
        run,
        to,
        new Ending.None(),
        handlers,
        silence,
        noMatch,
        listens,
        aside,
        corrections,
        marks,
        recording);
  }

  /// The same state with more that callers may ask for, and more that is done about trouble.
  ///
  /// @param detour whether it is called on a detour
  public StateDef within(List<Move> more, SequencedMap<String, Action> otherwise, boolean detour) {
    var named = more.stream().map(Move::name).toList();
    var own =
        moves.stream().filter(move -> !(Repair.names(move.name()) && named.contains(move.name())));
    return new StateDef(
        name,
        clear,
        set,
        before,
        say,
        bargeIn,
        prompt,
        collect,
        Stream.concat(own, more.stream()).toList(),
        tools,
        run,
        next,
        ending,
        handlers.or(otherwise),
        silence,
        noMatch,
        listens,
        aside || detour,
        corrections,
        marks,
        recording);
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
