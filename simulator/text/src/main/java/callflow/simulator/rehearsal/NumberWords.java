package callflow.simulator.rehearsal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers in figures and in English words: `1,250.50`, `a hundred and five`, `three point five`.
final class NumberWords {
  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Long> SCALES =
      Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L);

  private NumberWords() {}

  /// The longest number that begins at `from`.
  static Optional<Read<BigDecimal>> at(Sentence sentence, int from) {
    if (!sentence.has(from)) return Optional.empty();
    return figures(sentence, from).or(() -> spoken(sentence, from));
  }

  /// 0 to 19 by name; -1 for any other word.
  static int small(String word) {
    return word.equals("fourty") ? -1 : ONES.indexOf(word);
  }

  /// 20, 30 … 90 by name; -1 for any other word.
  static int tens(String word) {
    int index = TENS.indexOf(word.equals("fourty") ? "forty" : word);
    return index < 2 ? -1 : index * 10;
  }

  private static Optional<Read<BigDecimal>> figures(Sentence sentence, int from) {
    return decimal(sentence.at(from).text())
        .flatMap(number ->
            scale(sentence, from + 1) > 0
                ? Read.of(number.multiply(BigDecimal.valueOf(scale(sentence, from + 1))), from + 2)
                : Read.of(number, from + 1));
  }

  /// `1,250.50` and `1250`; one comma before two figures is a decimal comma (`84,20`).
  private static Optional<BigDecimal> decimal(String text) {
    if (text.length() > 20) return Optional.empty();
    if (text.matches("[0-9]+(\\.[0-9]+)?")) return Optional.of(new BigDecimal(text));
    if (text.matches("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?")) {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    }
    if (text.matches("[0-9]+,[0-9]{1,2}"))
      return Optional.of(new BigDecimal(text.replace(',', '.')));
    return Optional.empty();
  }

  private static long scale(Sentence sentence, int at) {
    return sentence.has(at) ? SCALES.getOrDefault(sentence.at(at).text(), 0L) : 0;
  }

  private static Optional<Read<BigDecimal>> spoken(Sentence sentence, int from) {
    int at = from;
    long total = 0;
    long group = 0;
    boolean any = false;
    if (sentence.is(at, "a", "an") && scale(sentence, at + 1) > 0) {
      group = 1;
      at++;
      any = true;
    }
    while (sentence.has(at)) {
      var below = belowHundred(sentence, at);
      if (below.isPresent() && group % 100 == 0 && (group > 0 || !any || total > 0)) {
        group += below.get().value();
        at = below.get().next();
      } else if (any && scale(sentence, at) == 100 && group > 0 && group < 100) {
        group *= 100;
        at++;
      } else if (any && scale(sentence, at) > 100 && group > 0) {
        total += group * scale(sentence, at++);
        group = 0;
      } else if (any && sentence.is(at, "and") && continues(sentence, at, group, total)) {
        at++;
        continue;
      } else {
        break;
      }
      any = true;
    }
    if (!any) return Optional.empty();
    return fraction(sentence, at, BigDecimal.valueOf(total + group));
  }

  /// `and` joins only after a hundred or a thousand: "two and three" are two numbers.
  private static boolean continues(Sentence sentence, int and, long group, long total) {
    boolean afterScale = (group >= 100 && group % 100 == 0) || (group == 0 && total > 0);
    return afterScale && belowHundred(sentence, and + 1).isPresent();
  }

  /// `seven`, `nineteen`, `forty`, `forty two`.
  static Optional<Read<Integer>> belowHundred(Sentence sentence, int at) {
    if (!sentence.has(at)) return Optional.empty();
    int small = small(sentence.at(at).text());
    if (small >= 0) return Read.of(small, at + 1);
    int tens = tens(sentence.at(at).text());
    if (tens < 0) return Optional.empty();
    int ones = sentence.has(at + 1) ? small(sentence.at(at + 1).text()) : -1;
    return ones >= 1 && ones <= 9 ? Read.of(tens + ones, at + 2) : Read.of(tens, at + 1);
  }

  /// `point five`, `point two five`.
  private static Optional<Read<BigDecimal>> fraction(Sentence sentence, int at, BigDecimal whole) {
    if (!sentence.is(at, "point")) return Read.of(whole, at);
    var figures = new StringBuilder();
    int next = at + 1;
    while (sentence.has(next) && isOneFigure(sentence.at(next).text())) {
      figures.append(small(sentence.at(next++).text()));
    }
    return figures.isEmpty()
        ? Read.of(whole, at)
        : Read.of(whole.add(new BigDecimal("0." + figures)), next);
  }

  private static boolean isOneFigure(String word) {
    return small(word) >= 0 && small(word) <= 9;
  }
}
