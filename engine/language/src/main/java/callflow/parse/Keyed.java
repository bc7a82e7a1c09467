package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.source.Written;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A key its author chose, and its value.
record Keyed(Written key, Slot value) {
  private static final int MAX_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  static Keyed of(Node.Entry entry, Findings findings) {
    String name = Quoted.bare(entry.key().value());
    return new Keyed(entry.key(), Slot.of(name, entry, findings));
  }

  /// Key and value.
  Span span() {
    Span to = value.span();
    Span from = key.span();
    return new Span(
        from.file(), from.startLine(), from.startColumn(), to.endLine(), to.endColumn());
  }

  /// The key as the name of something declared here.
  <N> Optional<Located<N>> name(Function<String, N> as) {
    return checked(key, NAME, value.findings())
        .map(name -> name.map(value.findings().names()::name).map(as));
  }

  /// The key as it stands; something outside has given it its name.
  Optional<Located<String>> word() {
    if (!key.value().isBlank()) {
      return Optional.of(new Located<>(key.value().strip(), key.span()));
    }
    value.findings().add(Rule.BAD_NAME, key.span(), "a key can't be empty", "write a name");
    return Optional.empty();
  }

  /// The key as the name of something that all flows know by the same name.
  <N> Optional<Located<N>> shared(Function<String, N> as) {
    return checked(key, NAME, value.findings()).map(name -> name.map(as));
  }

  /// The key as a reference to something that is declared elsewhere.
  <N> Optional<Located<N>> reference(Function<String, N> as) {
    return word().map(name -> name.map(value.findings().names()::name).map(as));
  }

  /// A name of a flow or a connector, in which `-` is welcome too.
  static Optional<Located<String>> fileName(Slot slot) {
    return slot.written("a name").flatMap(text -> checked(text, FILE_NAME, slot.findings()));
  }

  private static Optional<Located<String>> checked(
      Written text, Pattern pattern, Findings findings) {
    String name = text.value();
    if (name.length() <= MAX_NAME && pattern.matcher(name).matches()) {
      return Optional.of(new Located<>(name, text.span()));
    }
    boolean dashes = pattern == FILE_NAME;
    String proposed = proposed(name, dashes);
    String signs = dashes ? "digits, `_` and `-`" : "digits and `_`";
    findings.add(
        Diagnostic.of(Rule.BAD_NAME, text.span(), Quoted.of(name) + " can't be a name")
            .withHint(
                "a name has at most "
                    + MAX_NAME
                    + " small letters (a to z), "
                    + signs
                    + ", and begins with a letter")
            .withSuggestions(proposed.isEmpty() ? List.of() : List.of(proposed)));
    return Optional.empty();
  }

  private static String proposed(String name, boolean dashes) {
    String spaced = name.strip().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    String plain = spaced.replaceAll(dashes ? "[^a-z0-9_-]+" : "[^a-z0-9_]+", dashes ? "-" : "_");
    String trimmed = plain.replaceAll("^[^a-z]+|[_-]+$", "");
    return trimmed.length() > MAX_NAME ? "" : trimmed;
  }
}
