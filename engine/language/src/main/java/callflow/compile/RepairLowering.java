package callflow.compile;

import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.ByLanguage;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.program.StateDef.Corrections;
import callflow.program.Wording;
import callflow.source.Located;
import callflow.source.Span;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/// The moves every caller has, in the words of the flow or in ours. What a state or the flow calls
/// by the same name itself comes first.
final class RepairLowering {
  /// How many examples a help made by us names.
  private static final int MOST_EXAMPLES = 4;

  private final FlowFile flow;
  private final WordingLowering words;

  RepairLowering(FlowFile flow, WordingLowering words) {
    this.flow = flow;
    this.words = words;
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

  private Wording question(Optional<RepairDecl.Entry> entry) {
    return entry
        .flatMap(RepairDecl.Entry::confirm)
        .map(words::wording)
        .orElseGet(() -> ours(RepairWords::startOver));
  }

  private Optional<Wording> say(StateDecl state, Repair repair, Optional<RepairDecl.Entry> entry) {
    if (repair == Repair.HELP && target(entry).isEmpty()) return help(state, entry);
    var written = entry.flatMap(it -> it.action().say()).map(words::wording);
    return repair == Repair.WAIT
        ? written.or(() -> Optional.of(ours(RepairWords::takeYourTime)))
        : written;
  }

  private Optional<Wording> help(StateDecl state, Optional<RepairDecl.Entry> entry) {
    return state
        .help()
        .or(() -> entry.flatMap(it -> it.action().say()))
        .map(words::wording)
        .or(() -> examples(state));
  }

  /// What callers can say here, out of the examples of the state's choices.
  private Optional<Wording> examples(StateDecl state) {
    var said =
        state.choices().stream()
            .map(choice -> words.localized(choice.examples(), MoveLowering::values))
            .toList();
    boolean any = said.stream().anyMatch(each -> !first(each).isEmpty());
    return any
        ? Optional.of(words.ours(language -> template(sentence(said, language))))
        : Optional.empty();
  }

  private static List<String> first(ByLanguage<List<String>> examples) {
    return examples.values().firstEntry().getValue();
  }

  private static String sentence(List<ByLanguage<List<String>>> examples, String language) {
    String listed =
        examples.stream()
            .flatMap(each -> each.in(language).stream().limit(1))
            .limit(MOST_EXAMPLES)
            .collect(Collectors.joining(", "));
    return RepairWords.in(language).youCanSay() + listed + ".";
  }

  private Move move(
      Repair repair,
      Optional<RepairDecl.Entry> entry,
      Deed deed,
      Optional<Wording> say,
      Set<Character> keys) {
    var key = entry.flatMap(it -> MoveLowering.key(it.dtmf())).filter(it -> !keys.contains(it));
    return new Move(
        name(repair),
        caller(repair, entry),
        examples(repair, entry),
        key,
        Optional.empty(),
        true,
        deed,
        action(say, target(entry)));
  }

  private static Action action(Optional<Wording> say, Optional<StateName> target) {
    return new Action(
        Optional.empty(), say, Set.of(), new LinkedHashMap<>(), Optional.empty(), target);
  }

  private ByLanguage<String> caller(Repair repair, Optional<RepairDecl.Entry> entry) {
    return entry
        .flatMap(RepairDecl.Entry::caller)
        .map(written -> words.localized(written, Located::value))
        .orElseGet(() -> words.inEach(language -> RepairWords.in(language).of(repair).caller()));
  }

  private ByLanguage<List<String>> examples(Repair repair, Optional<RepairDecl.Entry> entry) {
    return entry
        .flatMap(RepairDecl.Entry::examples)
        .map(written -> words.localized(written, MoveLowering::values))
        .orElseGet(() -> words.inEach(language -> RepairWords.in(language).of(repair).examples()));
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
    String plain = Lowering.inWords(name.value());
    String what = variable.describe().map(Located::value).orElse(plain);
    return new Move(
        new ChoiceName(Repair.CORRECT.word() + "_" + name),
        caller(Repair.CORRECT, entry).map(caller -> caller + ": " + what),
        examples(Repair.CORRECT, entry).map(all -> about(all, plain)),
        Optional.empty(),
        Optional.empty(),
        true,
        new Deed.Correct(name),
        action(entry.flatMap(it -> it.action().say()).map(words::wording), Optional.empty()));
  }

  private static List<String> about(List<String> examples, String what) {
    return examples.stream().map(example -> example.replace("…", what)).toList();
  }

  private Wording ours(Function<RepairWords, String> sentence) {
    return words.ours(language -> template(sentence.apply(RepairWords.in(language))));
  }

  private static Template template(String text) {
    return Template.words(text, Span.startOf("repair"));
  }
}
