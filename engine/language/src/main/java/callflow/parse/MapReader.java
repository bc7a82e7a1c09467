package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import callflow.source.Written;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Reads a mapping whose keys the language knows: take each of them, then [#close].
final class MapReader {
  private final String owner;
  private final Span at;
  private final Span span;
  private final Findings findings;
  private final SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
  private final SequencedSet<String> known = new LinkedHashSet<>();
  private final SequencedMap<String, String> missing = new LinkedHashMap<>();

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

  boolean has(String key) {
    return entries.containsKey(key);
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
    Optional<Slot> slot = take(key);
    if (slot.isEmpty()) missing.put(key, example);
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
      if (!known.contains(entry.key().value())) reportUnknown(entry.key());
    }
    missing.forEach((key, example) ->
        findings.add(
            Rule.MISSING_KEY, at, owner + " lacks the key `" + key + "`", "add " + example));
  }

  private void reportUnknown(Written key) {
    List<String> near = Synonyms.near(key.value(), known);
    near.forEach(missing::remove);
    Diagnostic unknown =
        Diagnostic.of(
                Rule.UNKNOWN_KEY, key.span(), owner + " knows no key " + Quoted.of(key.value()))
            .withSuggestions(near);
    findings.add(near.isEmpty() ? unknown.withHint(hint(key)) : unknown);
  }

  private String hint(Written key) {
    if (key.value().contains(" ")) {
      return "if this is the rest of a text, put the whole text in quotes";
    }
    return "it can have " + Mistyped.listed(known);
  }
}
