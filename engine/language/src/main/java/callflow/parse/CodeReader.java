package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.expression.Patterns;
import callflow.source.Located;
import callflow.value.CheckDigit;
import callflow.value.LinearPattern;
import callflow.value.PhoneNumbers;
import callflow.value.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What a type says about the form of texts: patterns, check digits, the country of a telephone.
final class CodeReader {
  static final Type ANY =
      new Type.Code(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private CodeReader() {}

  static Type code(MapReader map, Optional<Integer> shortest, Optional<Integer> longest) {
    var method = map.take("check_digit").flatMap(CodeReader::checkDigit);
    return new Type.Code(shortest, longest, pattern(map), method);
  }

  private static Optional<CheckDigit> checkDigit(Slot slot) {
    Optional<Located<String>> word = slot.word("a method such as `luhn`");
    var method = word.flatMap(written -> CheckDigit.named(written.value()));
    if (word.isPresent() && method.isEmpty()) {
      var methods = Arrays.stream(CheckDigit.values()).map(CheckDigit::word).toList();
      slot.findings().add(Mistyped.of(Rule.WRONG_TYPE, "`check_digit`", word.get(), methods));
    }
    return method;
  }

  static Optional<LinearPattern> pattern(MapReader map) {
    return map.take("pattern")
        .flatMap(slot ->
            slot.word("a pattern such as `[A-Z]{2}[0-9]{6}`")
                .flatMap(word -> slot.findings().take(Patterns.read(word.value(), word.span()))));
  }

  static Type phone(MapReader map) {
    return new Type.Phone(map.take("region").flatMap(CodeReader::region));
  }

  private static Optional<String> region(Slot slot) {
    Set<String> known = PhoneNumbers.regions();
    Optional<String> region =
        slot.word("a country such as `DE`").map(Located::value).filter(known::contains);
    if (region.isEmpty() && !slot.node().isEmpty()) {
      slot.mismatch("a country of two letters", "write its ISO code, such as `DE` or `US`");
    }
    return region;
  }
}
