package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.Expressions;
import callflow.expression.Template;
import callflow.parse.Node.Scalar;
import callflow.source.Located;
import callflow.source.Span;
import callflow.source.Written;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// A value in a file under the name its author knows it by, to be read as what is expected there.
///
/// Every method gives what it could read; where that is nothing, it has said why.
///
/// @param label what messages call it: "`say`", or "an entry of `steps`"
/// @param at where the name stands
record Slot(String name, String label, Span at, Node node, Findings findings) {

  /// The value of a key.
  static Slot of(String name, Node.Entry entry, Findings findings) {
    return new Slot(name, "`" + name + "`", entry.key().span(), entry.value(), findings);
  }

  /// A whole file whose keys are names.
  static Slot root(String name, Node root, Findings findings) {
    return new Slot(name, "the file", root.span(), root, findings);
  }

  Span span() {
    return node.span();
  }

  /// A finding that says what is expected here and what was found.
  void mismatch(String expected, String hint) {
    String message = label + " needs " + expected + ", but it is " + node.described();
    findings.add(Rule.WRONG_TYPE, node.span(), message, hint);
  }

  /// Whether there is a value at all.
  private boolean present() {
    if (node instanceof Node.Refused) return false;
    if (!node.isEmpty()) return true;
    boolean comment = node instanceof Scalar(_, _, var commented) && commented;
    findings.add(
        Rule.EMPTY_VALUE,
        at,
        label + " has no value",
        comment
            ? "`#` begins a comment: put text with a `#` in quotes"
            : "write a value after the colon, or take the key away");
    return false;
  }

  /// The value as text of any kind, an empty one in quotes too.
  Optional<Written> written(String expected) {
    if (!present()) return Optional.empty();
    if (node instanceof Scalar(var text, _, _)) return Optional.of(text);
    mismatch(expected, "write `" + name + ":` and " + expected + " after it");
    return Optional.empty();
  }

  private Optional<Written> filled(String expected) {
    return written(expected)
        .filter(text -> {
          if (!text.value().isBlank()) return true;
          findings.add(
              Rule.EMPTY_VALUE, at, label + " has no text", "write " + expected + " in the quotes");
          return false;
        });
  }

  /// A word of any shape: a reference, a telephone key, an outcome.
  Optional<Located<String>> word() {
    return word("one word");
  }

  Optional<Located<String>> word(String expected) {
    return filled(expected).map(text -> new Located<>(text.value().strip(), text.span()));
  }

  /// A reference to something that is declared elsewhere.
  <N> Optional<Located<N>> reference(Function<String, N> as) {
    return word("a name").map(word -> word.map(findings.names()::name).map(as));
  }

  /// A reference to something that all flows know by the same name.
  <N> Optional<Located<N>> shared(Function<String, N> as) {
    return word("a name").map(word -> word.map(as));
  }

  /// A sentence that people or the model read.
  Optional<Located<String>> sentence() {
    return prose().map(text -> new Located<>(text.value().strip(), text.span()));
  }

  /// The same with a bound on its characters.
  Optional<Located<String>> sentence(int most) {
    return sentence()
        .filter(text -> {
          int length = text.value().codePointCount(0, text.value().length());
          if (length <= most) return true;
          mismatch("at most " + most + " characters", "make it shorter; it has " + length);
          return false;
        });
  }

  /// A text that is spoken or shown to the model, with `${…}` in it.
  Optional<Template> spoken() {
    return prose().flatMap(this::template);
  }

  private Optional<Written> prose() {
    if (node instanceof Scalar(var text, _, var commented) && commented) reportCut(text);
    return filled("text");
  }

  /// A comment after a full sentence is a comment; after half a sentence it is a `#` in the text.
  private void reportCut(Written text) {
    if (text.value().isEmpty() || text.value().matches("(?s).*[.?!…]")) return;
    findings.add(
        Rule.CUT_TEXT,
        text.span(),
        "the text of `" + name + "` is cut short: a blank and `#` begin a comment",
        "put the whole text in quotes; a comment stands on a line of its own");
  }

  /// A value that may hold `${…}`, an empty text too.
  Optional<Template> template() {
    return written("text").flatMap(this::template);
  }

  private Optional<Template> template(Written text) {
    return findings.take(Expressions.template(text)).map(findings.names()::of);
  }

  Optional<Expression> expression() {
    return filled("a condition such as `verified`")
        .flatMap(text -> findings.take(Expressions.parse(text)))
        .map(findings.names()::of);
  }

  Optional<Located<Duration>> duration() {
    boolean beyond = plain().filter(Scalars::isBeyondLimits).isPresent();
    return read(
        Scalars::duration,
        beyond
            ? "a length of time above `0s` and of `24h` at most"
            : "a length of time such as `250ms`, `7s`, `2m` or `1h`");
  }

  /// A length of time that lies in a range.
  Optional<Located<Duration>> duration(Duration least, Duration most) {
    return read(
        text ->
            Scalars.duration(text)
                .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0),
        "a length of time from `" + Scalars.shown(least) + "` to `" + Scalars.shown(most) + "`");
  }

  Optional<Located<Integer>> integer(int min, int max) {
    return read(
        text -> Scalars.integer(text, min, max), "a whole number from " + min + " to " + max);
  }

  Optional<Located<BigDecimal>> decimal() {
    return read(Scalars::decimal, "a number such as `12.50`");
  }

  /// A number that lies in a range.
  Optional<Located<BigDecimal>> decimal(BigDecimal least, BigDecimal most) {
    return read(
        text ->
            Scalars.decimal(text)
                .filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0),
        "a number from " + least + " to " + most);
  }

  Optional<Located<Boolean>> bool() {
    var meant = plain().flatMap(YesNo::meant);
    if (meant.isEmpty()) return read(Scalars::bool, "`yes` or `no`");
    findings.add(YesNo.spelling(label, node.span(), meant.get()));
    return Optional.empty();
  }

  Optional<Located<LocalDate>> date() {
    return read(Scalars::date, "a date such as `2026-12-25`");
  }

  private <T> Optional<Located<T>> read(Function<String, Optional<T>> reader, String expected) {
    Optional<Written> text = filled(expected);
    Optional<T> value = text.flatMap(found -> reader.apply(found.value().strip()));
    if (text.isPresent() && value.isEmpty()) mismatch(expected, "write " + expected);
    return value.map(found -> new Located<>(found, node.span()));
  }

  /// One of a few words.
  Optional<Located<String>> oneOf(List<String> words) {
    Optional<Located<String>> word = word("one of " + Quoted.anyOf(words));
    if (word.isEmpty() || words.contains(word.get().value())) return word;
    findings.add(Mistyped.of(Rule.WRONG_TYPE, label, word.get(), words));
    return Optional.empty();
  }

  /// One of a few words, and what it stands for.
  <T> Optional<Located<T>> oneOf(SequencedMap<String, T> words) {
    return oneOf(List.copyOf(words.keySet()))
        .flatMap(word ->
            Optional.ofNullable(words.get(word.value()))
                .map(meaning -> new Located<>(meaning, word.span())));
  }

  /// The entries of a list.
  List<Slot> items(String example) {
    if (!present()) return List.of();
    if (node instanceof Node.Sequence(var items, _)) return slots(items);
    mismatch("a list", "write " + example);
    return List.of();
  }

  /// The entries of a list, or a single one without brackets.
  List<Slot> oneOrMore() {
    if (!present()) return List.of();
    return node instanceof Node.Sequence(var items, _) ? slots(items) : List.of(this);
  }

  private List<Slot> slots(List<Node> items) {
    return items.stream().map(this::item).toList();
  }

  private Slot item(Node item) {
    Span start =
        item instanceof Node.Mapping(var entries, _) && !entries.isEmpty()
            ? entries.getFirst().key().span()
            : item.span();
    return new Slot(name, "an entry of " + label, start, item, findings);
  }

  /// The keys of a mapping, whatever they are.
  List<Keyed> entries(String example) {
    if (!present()) return List.of();
    if (node instanceof Node.Sequence(var items, var span)
        && !items.isEmpty()
        && items.getFirst() instanceof Node.Mapping) {
      String message = label + " holds names, not a list";
      findings.add(Rule.WRONG_TYPE, span, message, "take the dash away before each name");
      return List.of();
    }
    if (!(node instanceof Node.Mapping(var entries, _))) {
      mismatch("keys with values", "write " + example);
      return List.of();
    }
    return entries.stream().map(entry -> Keyed.of(entry, findings)).toList();
  }

  /// The value as a mapping with known keys.
  ///
  /// @param owner what has these keys, for messages: "the tool `pay`"
  /// @param example what to write instead of something else
  Optional<MapReader> fields(String owner, String example) {
    if (!present()) return Optional.empty();
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new MapReader(mapping, owner, at, findings));
    }
    mismatch("keys with values", "write " + example);
    return Optional.empty();
  }

  boolean isText() {
    return node instanceof Scalar && !node.isEmpty();
  }

  /// Text without quotes around it; empty when it is anything else.
  Optional<String> plain() {
    return node instanceof Scalar(var text, var style, _)
            && style == Node.Style.PLAIN
            && !node.isEmpty()
        ? Optional.of(text.value().strip())
        : Optional.empty();
  }

  /// The first key of a mapping; empty for anything else.
  Optional<String> firstKey() {
    return node instanceof Node.Mapping(var entries, _)
        ? entries.stream().findFirst().map(entry -> entry.key().value())
        : Optional.empty();
  }

  /// Whether it is a mapping with this key and no other.
  boolean hasOnly(String key) {
    return firstKey().filter(key::equals).isPresent()
        && node instanceof Node.Mapping(var entries, _)
        && entries.size() == 1;
  }

  boolean isMapping() {
    return node instanceof Node.Mapping;
  }

  boolean isList() {
    return node instanceof Node.Sequence;
  }
}
