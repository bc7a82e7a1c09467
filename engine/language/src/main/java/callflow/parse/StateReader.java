package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.CollectDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One entry of `states:`.
final class StateReader {
  static final String EXAMPLE = "`states:` and below it `welcome:` with what happens there";

  /// Keys of a state, which are easily indented as if they were values to collect.
  private static final Set<String> KEYS =
      Set.of(
          "clear",
          "set",
          "before",
          "say",
          "prompt",
          "collect",
          "choices",
          "tools",
          "run",
          "next",
          "on",
          "silence",
          "anywhere",
          "call",
          "return",
          "transfer",
          "hangup");

  private static final Pattern OUTCOME = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private static final int MAX_ATTEMPTS = 20;

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
    var collect = map.take("collect").map(StateReader::collect).orElse(List.of());
    var choices = map.take("choices").map(ChoiceReader::choices).orElse(List.of());
    var tools = map.take("tools").map(StateReader::tools).orElse(List.of());
    var run = map.take("run").map(StateReader::tools).orElse(List.of());
    var next = map.take("next").map(ActionReader::next).orElse(List.of());
    var on = map.take("on").map(ActionReader::handlers).orElse(List.of());
    var silence = map.take("silence").flatMap(StateReader::silence);
    boolean anywhere = map.flag("anywhere", true);
    var transfer = map.take("transfer").flatMap(slot -> slot.reference(TransferName::new));
    var hangup = map.take("hangup").flatMap(StateReader::outcome);
    var call = map.take("call").flatMap(CallReader::read);
    var returns = map.take("return").flatMap(StateReader::outcome);
    map.close();
    return name.map(state ->
        new StateDecl(
            state, clear, set, before, say, prompt, collect, choices, tools, run, next, on, silence,
            anywhere, transfer, hangup, call, returns));
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

  private static List<CollectDecl> collect(Slot slot) {
    return slot.entries("`collect:` and below it `account: { attempts: 3 }`").stream()
        .flatMap(entry -> collected(entry).stream())
        .toList();
  }

  private static Optional<CollectDecl> collected(Keyed entry) {
    String key = entry.value().name();
    if (KEYS.contains(key) && (!entry.value().isMapping() || key.equals("on"))) {
      entry
          .value()
          .findings()
          .add(
              Rule.UNKNOWN_KEY,
              entry.key().span(),
              "`" + key + "` belongs to the state, and here it stands below `collect`",
              "take away two blanks before it, so that it stands in the column of `collect`");
      return Optional.empty();
    }
    var variable = entry.reference(VariableName::new);
    String owner = "`" + entry.value().name() + "` of `collect`";
    return entry
        .value()
        .fields(owner, "`{ attempts: 3 }`")
        .flatMap(map -> {
          var ask = map.take("ask").flatMap(WordingReader::wording);
          var attempts = map.take("attempts").flatMap(each -> each.integer(1, MAX_ATTEMPTS));
          var dtmf = map.take("dtmf").flatMap(Slot::bool);
          map.close();
          return variable.map(name -> new CollectDecl(name, ask, attempts, dtmf));
        });
  }

  /// A ladder, or `off`: an empty one.
  private static Optional<List<SilenceDecl>> silence(Slot slot) {
    if (!slot.isText()) return Optional.of(ActionReader.silence(slot));
    return slot.oneOf(List.of("off")).map(_ -> List.of());
  }
}
