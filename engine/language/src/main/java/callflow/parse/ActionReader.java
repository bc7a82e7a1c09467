package callflow.parse;

import callflow.expression.Expression;
import callflow.source.Located;
import callflow.syntax.ActionDecl;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.BranchDecl;
import callflow.syntax.HandlerDecl;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is done: branches of `next`, handlers of `on`, steps of ladders.
final class ActionReader {
  private static final String NEXT_EXAMPLE = "`next: state`, or a list with `if` and `goto`";

  /// The key that changes the language of the call.
  static final String SWITCH = "switch_language";

  private ActionReader() {}

  /// The keys of an action among others of the same mapping.
  static ActionDecl action(MapReader map) {
    return new ActionDecl(
        map.take(SWITCH).flatMap(Languages::language),
        map.take("say").flatMap(WordingReader::wording),
        map.take("clear").map(ActionReader::variables).orElse(List.of()),
        map.take("set").map(ActionReader::sets).orElse(List.of()),
        map.take("milestone").flatMap(ActionReader::milestone),
        map.take("goto").flatMap(ActionReader::state),
        map.span());
  }

  static Optional<Located<String>> milestone(Slot slot) {
    return RecordWord.read(slot, "a milestone", "a milestone of a call");
  }

  /// The same for something that must lead to a state.
  ///
  /// @param who as in "choice `pay`"
  static ActionDecl leading(MapReader map, String who) {
    map.need("goto", who + " does not say where to go", "`goto:` and the name of a state");
    return action(map);
  }

  /// A state to go to, or `resume`, which no flow renames.
  static Optional<Located<StateName>> state(Slot slot) {
    return slot.plain().filter(StateName.RESUME.value()::equals).isPresent()
        ? Optional.of(new Located<>(StateName.RESUME, slot.span()))
        : slot.reference(StateName::new);
  }

  private static ActionDecl toState(Located<StateName> state) {
    return new ActionDecl(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(state),
        state.span());
  }

  static List<Located<VariableName>> variables(Slot slot) {
    return slot.oneOrMore().stream()
        .flatMap(item -> item.reference(VariableName::new).stream())
        .toList();
  }

  static List<SetDecl> sets(Slot slot) {
    return slot.entries("`{ variable: value }`").stream()
        .flatMap(entry ->
            entry.reference(VariableName::new).stream()
                .flatMap(name ->
                    entry.value().template().stream().map(value -> new SetDecl(name, value))))
        .toList();
  }

  /// `next: menu`, one branch, or a list of them.
  static List<BranchDecl> next(Slot slot) {
    var branches = new ArrayList<BranchDecl>();
    for (Slot item : slot.oneOrMore()) {
      if (item.isMapping()) {
        item.fields("a branch of `next`", NEXT_EXAMPLE).ifPresent(map -> branches.add(branch(map)));
      } else {
        state(item)
            .ifPresent(state -> branches.add(new BranchDecl(Optional.empty(), toState(state))));
      }
    }
    return List.copyOf(branches);
  }

  private static BranchDecl branch(MapReader map) {
    Optional<Expression> guard = map.take("if").flatMap(Slot::expression);
    ActionDecl action = action(map);
    map.close();
    return new BranchDecl(guard, action);
  }

  static List<HandlerDecl> handlers(Slot slot) {
    return slot.entries("`on:` and below it `event: state`").stream()
        .flatMap(entry -> handler(entry).stream())
        .toList();
  }

  private static Optional<HandlerDecl> handler(Keyed entry) {
    Slot value = entry.value();
    Optional<ActionDecl> action =
        value.isMapping()
            ? value.fields("what `" + value.name() + "` does", "a state").map(ActionReader::closed)
            : state(value).map(ActionReader::toState);
    return event(entry).flatMap(event -> action.map(done -> new HandlerDecl(event, done)));
  }

  /// An event of a tool has the tool's name before the dot, and `tool` for any.
  private static Optional<Located<String>> event(Keyed entry) {
    var names = entry.value().findings().names();
    return entry
        .word()
        .map(word -> {
          boolean named = word.value().contains(".") && !word.value().startsWith("tool.");
          return named ? word.map(names::name) : word;
        });
  }

  static ActionDecl closed(MapReader map) {
    ActionDecl action = action(map);
    map.close();
    return action;
  }
}
