package callflow.compile;

import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.program.StateDef.Corrections;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.RepairDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.VariableDecl;
import callflow.value.ChoiceName;
import callflow.value.Repair;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The moves every caller has, in the words of the flow or in ours. What a state or the flow calls
/// by the same name itself comes first.
final class RepairLowering {
  /// How many examples a help made by us names.
  private static final int MOST_EXAMPLES = 4;

  private final FlowFile flow;
  private final RepairWords words;

  RepairLowering(FlowFile flow) {
    this.flow = flow;
    this.words = RepairWords.in(Lowering.voice(flow.voice()).locale());
  }

  /// @param written the moves the state has anyway
  List<Move> moves(StateDecl state, List<Move> written) {
    Set<ChoiceName> taken = written.stream().map(Move::name).collect(Collectors.toSet());
    Set<Character> keys =
        written.stream().flatMap(move -> move.key().stream()).collect(Collectors.toSet());
    boolean repeats = written.stream().anyMatch(move -> move.deed() instanceof Deed.Repeat);
    var moves = new ArrayList<Move>();
    for (Repair repair : Repair.values()) {
      boolean own = taken.contains(name(repair)) || (repair == Repair.REPEAT && repeats);
      if (own || isOff(state, repair)) continue;
      var entry = entry(state, repair);
      deed(state, repair, entry)
          .ifPresent(deed -> moves.add(move(repair, entry, deed, say(state, repair, entry), keys)));
    }
    return List.copyOf(moves);
  }

  private static ChoiceName name(Repair repair) {
    return new ChoiceName(repair.word());
  }

  private Optional<RepairDecl.Entry> entry(StateDecl state, Repair repair) {
    return state.repair().of(repair).or(() -> flow.repair().of(repair));
  }

  private boolean isOff(StateDecl state, Repair repair) {
    var own = state.repair().of(repair);
    if (own.isPresent()) return own.get().off();
    boolean offAbove =
        flow.repair().of(repair).map(RepairDecl.Entry::off).orElse(flow.repair().off());
    return state.repair().off() || offAbove;
  }

  /// What it does here; nothing where it makes no sense.
  private Optional<Deed> deed(StateDecl state, Repair repair, Optional<RepairDecl.Entry> entry) {
    var target = target(entry);
    return switch (repair) {
      case CORRECT -> Optional.empty();
      case CANCEL -> target.filter(to -> !to.equals(state.name().value())).map(_ -> new Deed.Act());
      case REPEAT -> Optional.of(new Deed.Repeat());
      case START_OVER ->
          target.orElse(flow.start().value()).equals(state.name().value())
              ? Optional.empty()
              : Optional.of(new Deed.StartOver(question(entry)));
      case HELP ->
          target.isPresent() || say(state, repair, entry).isPresent()
              ? Optional.of(target.isPresent() ? new Deed.Act() : new Deed.Help())
              : Optional.empty();
      case WAIT -> Optional.of(new Deed.Wait());
      case BACK -> Optional.of(new Deed.Back());
    };
  }

  private static Optional<StateName> target(Optional<RepairDecl.Entry> entry) {
    return entry.flatMap(it -> it.action().target()).map(Located::value);
  }

  private Template question(Optional<RepairDecl.Entry> entry) {
    return entry.flatMap(RepairDecl.Entry::confirm).orElseGet(() -> ours(words.startOver()));
  }

  private Optional<Template> say(StateDecl state, Repair repair, Optional<RepairDecl.Entry> entry) {
    var written = entry.flatMap(it -> it.action().say());
    if (repair == Repair.HELP) {
      boolean led = target(entry).isPresent();
      return led ? written : state.help().or(() -> written).or(() -> examples(state));
    }
    return written.or(
        () -> repair == Repair.WAIT ? Optional.of(ours(words.takeYourTime())) : Optional.empty());
  }

  /// What callers can say here, out of the examples of the state's choices.
  private Optional<Template> examples(StateDecl state) {
    var said =
        state.choices().stream()
            .map(ChoiceDecl::examples)
            .filter(examples -> !examples.isEmpty())
            .map(examples -> examples.getFirst().value())
            .limit(MOST_EXAMPLES)
            .toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(ours(words.youCanSay() + String.join(", ", said) + "."));
  }

  private Move move(
      Repair repair,
      Optional<RepairDecl.Entry> entry,
      Deed deed,
      Optional<Template> say,
      Set<Character> keys) {
    var ours = words.of(repair);
    var key = entry.flatMap(it -> MoveLowering.key(it.dtmf())).filter(it -> !keys.contains(it));
    var target = target(entry);
    if (deed instanceof Deed.StartOver) target = target.or(() -> Optional.of(flow.start().value()));
    return new Move(
        name(repair),
        entry.flatMap(RepairDecl.Entry::caller).map(Located::value).orElse(ours.caller()),
        entry
            .map(it -> MoveLowering.words(it.examples()))
            .filter(it -> !it.isEmpty())
            .orElse(ours.examples()),
        key,
        Optional.empty(),
        true,
        deed,
        new Action(say, Set.of(), new LinkedHashMap<>(), target));
  }

  Corrections corrections(StateDecl state) {
    boolean offered = state.listens() && !isOff(state, Repair.CORRECT);
    var names = new HashSet<VariableName>();
    var own =
        state.collect().stream()
            .map(collect -> collect.variable().value())
            .filter(names::add)
            .flatMap(name -> declared(name).stream())
            .filter(variable -> !variable.secret())
            .map(variable -> correction(entry(state, Repair.CORRECT), variable))
            .toList();
    return new Corrections(offered, own);
  }

  private Optional<VariableDecl> declared(VariableName name) {
    return flow.variables().stream().filter(it -> it.name().value().equals(name)).findFirst();
  }

  private Move correction(Optional<RepairDecl.Entry> entry, VariableDecl variable) {
    var name = variable.name().value();
    String what =
        variable.describe().map(Located::value).orElseGet(() -> Lowering.inWords(name.value()));
    String plain = Lowering.inWords(name.value());
    var ours = words.of(Repair.CORRECT);
    String caller =
        entry.flatMap(RepairDecl.Entry::caller).map(Located::value).orElse(ours.caller());
    return new Move(
        new ChoiceName(Repair.CORRECT.word() + "_" + name),
        caller + ": " + what,
        ours.examples().stream().map(example -> example.replace("…", plain)).toList(),
        Optional.empty(),
        Optional.empty(),
        true,
        new Deed.Correct(name),
        new Action(
            entry.flatMap(it -> it.action().say()),
            Set.of(),
            new LinkedHashMap<>(),
            Optional.empty()));
  }

  private static Template ours(String text) {
    return Template.words(text, Span.startOf("repair"));
  }
}
