package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.RepairDecl;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One entry of `states:`.
final class StateReader {
  static final String EXAMPLE = "`states:` and below it `welcome:` with what happens there";

  private static final Pattern OUTCOME = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private StateReader() {}

  static Optional<StateDecl> read(Keyed entry) {
    var name = entry.name(StateName::new);
    String owner = "the state `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`say:`, `prompt:` or another key of a state below it")
        .flatMap(map -> state(name, map));
  }

  private static Optional<StateDecl> state(Optional<Located<StateName>> name, MapReader map) {
    var clear = map.take("clear").map(ActionReader::variables).orElse(List.of());
    var set = map.take("set").map(ActionReader::sets).orElse(List.of());
    var before = map.take("before").map(StateReader::tools).orElse(List.of());
    var say = map.take("say").flatMap(WordingReader::wording);
    var prompt = map.take("prompt").flatMap(WordingReader::guidance);
    var collect = map.take("collect").map(CollectReader::read).orElse(List.of());
    var choices = map.take("choices").map(ChoiceReader::choices).orElse(List.of());
    var tools = map.take("tools").map(StateReader::tools).orElse(List.of());
    var run = map.take("run").map(StateReader::tools).orElse(List.of());
    var next = map.take("next").map(ActionReader::next).orElse(List.of());
    var on = map.take("on").map(ActionReader::handlers).orElse(List.of());
    var silence = map.take("silence").flatMap(LadderReader::silence);
    var noMatch = map.take("no_match").flatMap(LadderReader::noMatch);
    boolean anywhere = map.flag("anywhere", true);
    var repair = map.take("repair").map(RepairReader::read).orElse(RepairDecl.NONE);
    var help = map.take("help").flatMap(WordingReader::wording);
    var transfer = map.take("transfer").flatMap(slot -> slot.reference(TransferName::new));
    var hangup = map.take("hangup").flatMap(StateReader::outcome);
    var call = map.take("call").flatMap(CallReader::read);
    var returns = map.take("return").flatMap(StateReader::outcome);
    map.close();
    return name.map(state ->
        new StateDecl(
            state, clear, set, before, say, prompt, collect, choices, tools, run, next, on, silence,
            noMatch, anywhere, repair, help, transfer, hangup, call, returns));
  }

  /// An outcome is counted in reports, so it is a plain word.
  private static Optional<Located<String>> outcome(Slot slot) {
    return slot.word("the call's outcome in one word")
        .filter(word -> {
          if (OUTCOME.matcher(word.value()).matches()) return true;
          String plain = word.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
          slot.findings()
              .add(
                  Rule.BAD_NAME,
                  word.span(),
                  Quoted.of(word.value()) + " can't be the outcome of a call",
                  "an outcome is one word of letters, digits and `_`: write `"
                      + slot.name()
                      + ": "
                      + Quoted.bare(plain)
                      + "`; what the caller hears stands in `say`");
          return false;
        });
  }

  static List<Located<ToolName>> tools(Slot slot) {
    return slot.oneOrMore().stream()
        .flatMap(item -> item.reference(ToolName::new).stream())
        .toList();
  }
}
