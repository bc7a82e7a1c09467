package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.value.Type;
import callflow.value.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A type, as the keys of a variable, an argument or a field say it.
final class TypeReader {
  private static final int MAX_LENGTH = 100_000;
  private static final List<String> WORDS =
      List.of(
          "text",
          "digits",
          "integer",
          "number",
          "money",
          "boolean",
          "date",
          "time",
          "datetime",
          "phone",
          "email",
          "code",
          "person",
          "address",
          "iban",
          "choice",
          "list",
          "object",
          "any");
  private static final List<String> BOUNDS =
      List.of(
          "length",
          "min_length",
          "max_length",
          "min",
          "max",
          "currency",
          "of",
          "fields",
          "pattern",
          "check_digit",
          "region");

  private final MapReader map;

  private TypeReader(MapReader map) {
    this.map = map;
  }

  /// The type that the keys of `map` say; they count as known afterwards.
  static Optional<Located<Type>> read(MapReader map) {
    Optional<Slot> slot = map.need("type", "`type: text`, or another type");
    Optional<Located<String>> word = slot.flatMap(Slot::word).flatMap(found -> known(found, map));
    if (word.isEmpty()) map.ignore(BOUNDS);
    return word.flatMap(found ->
        new TypeReader(map).type(found.value()).map(type -> new Located<>(type, found.span())));
  }

  /// A type written as a single word, such as the `text` of `{ id: text }`.
  static Optional<Located<Type>> word(Slot slot) {
    Optional<Located<String>> word =
        slot.word("a type").flatMap(found -> known(found, slot.findings()));
    return word.flatMap(found -> simple(found, slot));
  }

  private static Optional<Located<String>> known(Located<String> word, MapReader map) {
    return known(word, map.findings());
  }

  private static Optional<Located<String>> known(Located<String> word, Findings findings) {
    if (WORDS.contains(word.value())) return Optional.of(word);
    findings.add(Mistyped.of(Rule.UNKNOWN_TYPE, "a type", word, WORDS));
    return Optional.empty();
  }

  private static Optional<Located<Type>> simple(Located<String> word, Slot slot) {
    Optional<Type> type =
        switch (word.value()) {
          case "text" -> Optional.of(new Type.Text(Optional.empty(), Optional.empty()));
          case "digits" -> Optional.of(new Type.Digits(Optional.empty(), Optional.empty()));
          case "integer" -> Optional.of(new Type.Whole(Optional.empty(), Optional.empty()));
          case "number" -> Optional.of(new Type.Decimal(Optional.empty(), Optional.empty()));
          case "boolean" -> Optional.of(new Type.Bool());
          case "phone" -> Optional.of(Types.PHONE);
          case "code" -> Optional.of(CodeReader.ANY);
          case "object" -> Optional.of(Type.Struct.OPEN);
          case "any" -> Optional.of(new Type.Any());
          default -> plain(word.value());
        };
    if (type.isEmpty()) {
      slot.findings()
          .add(
              Rule.MISSING_KEY,
              word.span(),
              "the type `" + word.value() + "` says too little on its own",
              "write `" + slot.name() + ": " + longForm(word.value()) + "`");
    }
    return type.map(found -> new Located<>(found, word.span()));
  }

  /// A type of which nothing more can be said.
  private static Optional<Type> plain(String word) {
    return switch (word) {
      case "date" -> Optional.of(new Type.Date());
      case "time" -> Optional.of(new Type.Time());
      case "datetime" -> Optional.of(new Type.DateTime());
      case "email" -> Optional.of(new Type.Email());
      case "person" -> Optional.of(new Type.Person());
      case "address" -> Optional.of(new Type.Address());
      case "iban" -> Optional.of(new Type.Iban());
      default -> Optional.empty();
    };
  }

  private static String longForm(String word) {
    return switch (word) {
      case "money" -> "{ type: money, currency: EUR }";
      case "choice" -> "{ type: choice, of: [one, other] }";
      default -> "{ type: list, of: text }";
    };
  }

  private Optional<Type> type(String word) {
    return switch (word) {
      case "text" -> Optional.of(new Type.Text(shortest(), longest(), CodeReader.pattern(map)));
      case "digits" -> Optional.of(new Type.Digits(shortest(), longest(), CodeReader.pattern(map)));
      case "integer" -> Optional.of(new Type.Whole(number("min"), number("max")));
      case "number" -> Optional.of(new Type.Decimal(number("min"), number("max")));
      case "boolean" -> Optional.of(new Type.Bool());
      case "code" -> Optional.of(CodeReader.code(map, shortest(), longest()));
      case "phone" -> Optional.of(CodeReader.phone(map));
      case "money" -> money();
      case "choice" -> choice();
      case "list" -> list();
      case "object" -> Optional.of(object());
      default -> plain(word).or(() -> Optional.of(new Type.Any()));
    };
  }

  private Optional<Integer> shortest() {
    return length("min_length").or(() -> length("length"));
  }

  private Optional<Integer> longest() {
    return length("max_length").or(() -> length("length"));
  }

  private Optional<Integer> length(String key) {
    return map.take(key).flatMap(slot -> slot.integer(0, MAX_LENGTH)).map(Located::value);
  }

  private Optional<BigDecimal> number(String key) {
    return map.take(key).flatMap(Slot::decimal).map(Located::value);
  }

  private Optional<Type> money() {
    Optional<String> currency = map.need("currency", "`currency: EUR`").flatMap(this::currency);
    var min = number("min");
    var max = number("max");
    return currency.map(code -> new Type.Money(code, min, max));
  }

  private Optional<String> currency(Slot slot) {
    Optional<Located<String>> word = slot.word("a currency such as `EUR`");
    Optional<String> code = word.map(Located::value).filter(TypeReader::isCurrency);
    if (word.isPresent() && code.isEmpty()) {
      slot.mismatch("a currency of three letters", "write its ISO code, such as `EUR` or `USD`");
    }
    return code;
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private Optional<Type> choice() {
    Optional<Slot> of = map.need("of", "`of: [one, other]`");
    List<String> words =
        of.map(Slot::oneOrMore).orElse(List.of()).stream()
            .flatMap(slot -> slot.word().stream())
            .map(Located::value)
            .toList();
    if (of.isPresent() && words.isEmpty() && of.get().isList()) {
      of.get().mismatch("at least one word", "write `of: [one, other]`");
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new Type.Choice(words));
  }

  private Optional<Type> list() {
    return map.need("of", "`of: text`, or another type")
        .flatMap(slot -> fieldType(slot, "the type of the list"))
        .map(element -> new Type.ListOf(element.value()));
  }

  private static Optional<Located<Type>> fieldType(Slot slot, String owner) {
    if (!slot.isMapping()) return word(slot);
    return slot.fields(owner, "`text`")
        .flatMap(map -> {
          var type = read(map);
          map.close();
          return type;
        });
  }

  private Type object() {
    var fields = new LinkedHashMap<String, Type.Field>();
    for (Keyed entry : entries()) {
      var field = field(entry);
      field.ifPresent(found -> fields.put(entry.key().value(), found));
    }
    return new Type.Struct(fields);
  }

  private List<Keyed> entries() {
    return map.take("fields")
        .map(slot -> slot.entries("`fields: { id: text }`"))
        .orElse(new ArrayList<>());
  }

  private static Optional<Type.Field> field(Keyed entry) {
    if (entry.word().isEmpty()) return Optional.empty();
    if (!entry.value().isMapping()) {
      return word(entry.value()).map(type -> new Type.Field(type.value(), true, false, ""));
    }
    return entry
        .value()
        .fields("the field `" + entry.value().name() + "`", "`{ type: text }`")
        .flatMap(map -> {
          boolean required = map.flag("required", true);
          boolean sensitive = map.flag("sensitive", false);
          String describe =
              map.take("describe").flatMap(Slot::sentence).map(Located::value).orElse("");
          var type = read(map);
          map.close();
          return type.map(found -> new Type.Field(found.value(), required, sensitive, describe));
        });
  }
}
