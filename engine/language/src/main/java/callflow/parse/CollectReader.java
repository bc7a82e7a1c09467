package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.CollectDecl;
import callflow.syntax.CollectDecl.ConfirmDecl;
import callflow.syntax.CollectDecl.KeypadDecl;
import callflow.value.VariableName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The values a state asks for: `collect:`.
final class CollectReader {
  /// Keys of a state, which are easily indented as if they were values to collect.
  private static final Set<String> KEYS =
      Set.of(
          "clear",
          "set",
          "before",
          "say",
          "barge_in",
          "prompt",
          "collect",
          "choices",
          "tools",
          "run",
          "next",
          "on",
          "silence",
          "no_match",
          "anywhere",
          "repair",
          "help",
          "call",
          "return",
          "transfer",
          "hangup",
          "milestone",
          "outcome",
          "pause_recording");

  private static final int MAX_ATTEMPTS = 20;
  private static final int LONGEST_ENTRY = 64;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private CollectReader() {}

  static List<CollectDecl> read(Slot slot) {
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
          var dtmf = map.take("dtmf").flatMap(CollectReader::keypad);
          var confirm = map.take("confirm").flatMap(CollectReader::confirm);
          map.close();
          return variable.map(name -> new CollectDecl(name, ask, attempts, confirm, dtmf));
        });
  }

  /// `yes`, `no` or a question.
  private static Optional<ConfirmDecl> confirm(Slot slot) {
    var word = slot.plain().flatMap(Scalars::bool);
    if (word.isPresent()) {
      return word.filter(yes -> yes).map(_ -> new ConfirmDecl(Optional.empty(), slot.span()));
    }
    return WordingReader.wording(slot)
        .map(words -> new ConfirmDecl(Optional.of(words), slot.span()));
  }

  /// `yes`, `no`, or how an entry is made.
  private static Optional<KeypadDecl> keypad(Slot slot) {
    if (!slot.isMapping()) {
      return slot.bool()
          .filter(Located::value)
          .map(yes ->
              new KeypadDecl(Optional.empty(), Optional.empty(), Optional.empty(), yes.span()));
    }
    return slot.fields("`dtmf`", "`dtmf: yes`")
        .map(map -> {
          var decl =
              new KeypadDecl(
                  map.take("terminator").flatMap(key -> key.oneOf(List.of("#", "*"))),
                  map.take("inter_digit")
                      .flatMap(time -> time.duration(SHORTEST_PAUSE, LONGEST_PAUSE)),
                  map.take("length").flatMap(count -> count.integer(1, LONGEST_ENTRY)),
                  slot.at());
          map.close();
          return decl;
        });
  }
}
