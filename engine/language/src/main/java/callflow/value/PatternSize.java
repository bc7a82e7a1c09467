package callflow.value;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many characters a pattern stands for when all its repeats are written out.
///
/// An upper bound, found without compiling it: groups count as the sum of their parts, a part
/// followed by `{n,m}` counts `m` times. A stretch quoted by `\Q…\E` counts as endless, because
/// what looks like brackets in it is none.
final class PatternSize {
  private static final long ENDLESS = Long.MAX_VALUE / 4;
  private static final int MAX_FIGURES = 6;

  private final String pattern;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long sum;
  private long last;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  static long of(String pattern) {
    return new PatternSize(pattern).run();
  }

  private long run() {
    while (at < pattern.length()) {
      switch (pattern.charAt(at)) {
        case '(' -> open();
        case ')' -> close();
        case '[' -> {
          at = classEnd();
          part(1);
        }
        case '\\' -> {
          part(pattern.startsWith("\\Q", at) ? ENDLESS : 1);
          at++;
        }
        case '{' -> repeat();
        default -> part(1);
      }
      at++;
    }
    while (!outer.isEmpty()) close();
    return sum;
  }

  private void part(long size) {
    sum = Math.min(sum + size, ENDLESS);
    last = size;
  }

  private void open() {
    outer.push(sum);
    sum = 0;
    last = 0;
  }

  private void close() {
    long group = Math.max(1, sum);
    sum = outer.isEmpty() ? 0 : outer.pop();
    part(group);
  }

  /// Multiplies the last part; a brace that begins no repeat is a character like others.
  private void repeat() {
    int end = pattern.indexOf('}', at);
    String numbers = end < 0 ? "" : pattern.substring(at + 1, end);
    if (numbers.isEmpty() || !numbers.chars().allMatch(c -> c == ',' || (c >= '0' && c <= '9'))) {
      part(1);
      return;
    }
    long times = largest(numbers);
    sum -= last;
    part(last > ENDLESS / times ? ENDLESS : last * times);
    at = end;
  }

  /// The largest number of `n`, `n,` or `n,m`; at least 1.
  private static long largest(String numbers) {
    long largest = 1;
    for (String number : numbers.split(",", -1)) {
      if (number.length() > MAX_FIGURES) return ENDLESS;
      if (!number.isEmpty()) largest = Math.max(largest, Long.parseLong(number));
    }
    return largest;
  }

  /// The index of the bracket that closes the class which begins here, or of the last character.
  private int classEnd() {
    int end = at + 1;
    if (end < pattern.length() && pattern.charAt(end) == '^') end++;
    if (end < pattern.length() && pattern.charAt(end) == ']') end++;
    while (end < pattern.length() && pattern.charAt(end) != ']') {
      end += pattern.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, pattern.length() - 1);
  }
}
