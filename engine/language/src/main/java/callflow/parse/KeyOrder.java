package callflow.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In which order the keys of a mapping stand when a file is tidied: in that of the manual, those
/// of a state in the order in which they happen.
///
/// @param keys empty where the names are the author's own, which stay as they are
/// @param below what the values of some keys look like
/// @param each what the values of all other keys, or the items of a list, look like
record KeyOrder(List<String> keys, Map<String, KeyOrder> below, Optional<KeyOrder> each) {
  static final KeyOrder NONE = new KeyOrder(List.of(), Map.of(), Optional.empty());

  private static final KeyOrder ACTION =
      of("if", "after", "switch_language", "say", "clear", "set", "milestone", "goto");

  private static final KeyOrder CHOICE =
      of(
          "if",
          "caller",
          "examples",
          "dtmf",
          "do",
          "switch_language",
          "say",
          "clear",
          "set",
          "milestone",
          "goto",
          "call",
          "then");

  private static final KeyOrder COLLECT = of("ask", "attempts", "confirm", "dtmf");

  private static final KeyOrder REPAIR = of("caller", "examples", "dtmf", "confirm", "say", "goto");

  private static final KeyOrder STATE =
      new KeyOrder(
          List.of(
              "milestone",
              "outcome",
              "pause_recording",
              "clear",
              "set",
              "before",
              "say",
              "audio",
              "barge_in",
              "prompt",
              "help",
              "collect",
              "tools",
              "choices",
              "run",
              "call",
              "next",
              "transfer",
              "callback",
              "message",
              "return",
              "hangup",
              "on",
              "silence",
              "no_match",
              "anywhere",
              "repair",
              "session"),
          Map.of(
              "choices", named(CHOICE),
              "collect", named(COLLECT),
              "next", named(ACTION),
              "on", named(ACTION),
              "silence", named(ACTION),
              "no_match", named(ACTION)),
          Optional.empty());

  private static final KeyOrder TOOL =
      of(
          "use",
          "describe",
          "caller",
          "examples",
          "with",
          "save",
          "offered_when",
          "requires",
          "confirm",
          "effect",
          "timeout",
          "retry",
          "filler",
          "say_result",
          "tell");

  private static final KeyOrder VARIABLE =
      of("type", "of", "fields", "currency", "length", "min", "max", "pattern", "initial");

  private static final KeyOrder TRANSFER =
      of("to", "mode", "ring", "hours", "caller_id", "whisper", "brief", "queue", "attach");

  private static final KeyOrder SCHEDULE = of("zone", "open", "closed", "holidays", "emergency");

  private static final KeyOrder DEFAULTS =
      new KeyOrder(
          List.of("silence", "no_match", "on"),
          Map.of("silence", named(ACTION), "no_match", named(ACTION), "on", named(ACTION)),
          Optional.empty());

  /// A whole flow.
  static final KeyOrder FLOW =
      new KeyOrder(
          List.of(
              "flow",
              "title",
              "start",
              "languages",
              "include",
              "inputs",
              "outputs",
              "bindings",
              "persona",
              "voice",
              "session",
              "variables",
              "tools",
              "defaults",
              "anywhere",
              "repair",
              "after_call",
              "report",
              "switches",
              "schedules",
              "transfers",
              "compliance",
              "outbound",
              "limits",
              "policies",
              "states"),
          Map.of(
              "variables", named(VARIABLE),
              "tools", named(TOOL),
              "defaults", DEFAULTS,
              "anywhere", named(CHOICE),
              "schedules", named(SCHEDULE),
              "transfers", named(TRANSFER),
              "repair", named(REPAIR),
              "states", named(STATE)),
          Optional.empty());

  private static KeyOrder of(String... keys) {
    return new KeyOrder(List.of(keys), Map.of(), Optional.empty());
  }

  /// Names of the author's own, or a list, with something of this kind behind each.
  private static KeyOrder named(KeyOrder each) {
    return new KeyOrder(List.of(), Map.of(), Optional.of(each));
  }

  KeyOrder at(String key) {
    return Optional.ofNullable(below.get(key)).orElseGet(this::item);
  }

  KeyOrder item() {
    return each.orElse(NONE);
  }
}
