package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import callflow.source.Written;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Reads a mapping whose keys the language knows: take each of them, then [#close].
final class MapReader {
  /// A key and its value without the blank between them, which is a key to YAML.
  static final Pattern TIGHT = Pattern.compile("[a-z_]\\w*:\\S+");

  private final String owner;
  private final Span at;
  private final Span span;
  private final Findings findings;
  private final SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
  private final SequencedSet<String> known = new LinkedHashSet<>();
  private final SequencedMap<String, Missing> missing = new LinkedHashMap<>();
  private final SequencedSet<String> misspelt = new LinkedHashSet<>();
  private boolean partial;

  /// A key that must be there and isn't: what is wrong, and what to write.
  private record Missing(String message, String example) {}

  /// @param owner what has these keys, for messages: "the tool `pay`"
  /// @param at where its name stands
  MapReader(Node.Mapping mapping, String owner, Span at, Findings findings) {
    this.owner = owner;
    this.at = at;
    this.span = mapping.span();
    this.findings = findings;
    mapping.entries().forEach(entry -> entries.put(entry.key().value(), entry));
  }

  Span span() {
    return span;
  }

  /// Where the owner's name stands.
  Span at() {
    return at;
  }

  String owner() {
    return owner;
  }

  Findings findings() {
    return findings;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /// Asks for no key that is missing: this is one piece of several.
  MapReader partial() {
    partial = true;
    return this;
  }

  /// The value of a key, if it is there.
  Optional<Slot> take(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).map(entry -> Slot.of(key, entry, findings));
  }

  /// The value of a key that must be there.
  ///
  /// @param example what to write: "`start: welcome`"
  Optional<Slot> need(String key, String example) {
    return need(key, owner + " lacks the key `" + key + "`", example);
  }

  /// The same where a sentence of its own says what is missing.
  Optional<Slot> need(String key, String message, String example) {
    Optional<Slot> slot = take(key);
    if (slot.isEmpty() && !partial) missing.put(key, new Missing(message, example));
    return slot;
  }

  boolean flag(String key, boolean otherwise) {
    return take(key).flatMap(Slot::bool).map(value -> value.value()).orElse(otherwise);
  }

  /// Counts keys as known that nothing can be said about.
  void ignore(List<String> keys) {
    known.addAll(keys);
  }

  /// Reports the keys nobody has asked for, and those that are missing; one that is only misspelt
  /// is not reported as missing too.
  void close() {
    for (Node.Entry entry : entries.values()) {
      if (!known.contains(entry.key().value())) reportUnknown(entry);
    }
    for (Missing key : missing.values()) {
      findings.add(Rule.MISSING_KEY, at, key.message(), "add " + key.example());
    }
  }

  /// Of the known keys those that an unknown one may stand for, and the unknown ones themselves;
  /// complete after [#close].
  SequencedSet<String> misspelt() {
    return misspelt;
  }

  private void reportUnknown(Node.Entry entry) {
    Written key = entry.key();
    List<String> near = Synonyms.near(key.value(), known);
    near.forEach(missing::remove);
    misspelt.add(key.value());
    misspelt.addAll(near);
    boolean tight = TIGHT.matcher(key.value()).matches();
    Diagnostic unknown =
        Diagnostic.of(
                Rule.UNKNOWN_KEY, key.span(), owner + " knows no key " + Quoted.of(key.value()))
            .withSuggestions(tight ? List.of() : near);
    var told = near.isEmpty() || tight ? unknown.withHint(hint(entry)) : unknown;
    findings.add(tight ? told.withFix(blankAfterColon(entry.key())) : told);
  }

  private static Fix blankAfterColon(Written key) {
    int colon = key.value().indexOf(':');
    return Fix.safe(key.part(colon, colon + 1), ": ");
  }

  private String hint(Node.Entry entry) {
    Written key = entry.key();
    if (TIGHT.matcher(key.value()).matches()) {
      return "a blank is missing after the colon: write `"
          + Quoted.bare(key.value().replaceFirst(":", ": "))
          + "`";
    }
    if (key.value().matches("-[a-z_]+")) {
      return "a blank is missing after the dash: write `- " + key.value().substring(1) + ":`";
    }
    if (key.value().contains(" ")) {
      return "if this is the rest of a text, put the whole text in quotes";
    }
    boolean section = owner.equals("the flow") && entry.value() instanceof Node.Mapping;
    String state = section ? "if it is a state, indent it below `states:`; " : "";
    return state + "it can have " + Mistyped.listed(known);
  }
}
