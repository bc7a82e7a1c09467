package callflow.app;

import java.util.ArrayList;
import java.util.List;

/// The lines in which two texts differ, in the form that `patch` and every code host read.
final class LineDiff {
  private static final int CONTEXT = 2;

  /// Texts that differ in more lines are shown as one change, for comparing is quadratic.
  private static final int MAX_COMPARED = 2_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  /// A line that stays (` `), goes (`-`) or comes (`+`).
  private record Line(char sign, String text) {}

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /// Empty when the texts are equal.
  static String of(String file, String before, String after) {
    if (before.equals(after)) return "";
    var diff = new LineDiff(before.lines().toList(), after.lines().toList());
    diff.compare();
    return "--- " + file + "\n+++ " + file + "\n" + diff.hunks();
  }

  private void compare() {
    int from = 0;
    while (from < Math.min(before.size(), after.size())
        && before.get(from).equals(after.get(from))) {
      from++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - from
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    before.subList(0, from).forEach(line -> lines.add(new Line(' ', line)));
    middle(from, before.size() - end, after.size() - end);
    before
        .subList(before.size() - end, before.size())
        .forEach(line -> lines.add(new Line(' ', line)));
  }

  private void middle(int from, int oldEnd, int newEnd) {
    int[][] common = common(from, oldEnd, newEnd);
    int i = from;
    int j = from;
    while (i < oldEnd || j < newEnd) {
      boolean same = i < oldEnd && j < newEnd && before.get(i).equals(after.get(j));
      if (same && common.length > 0) {
        lines.add(new Line(' ', before.get(i++)));
        j++;
      } else if (i < oldEnd && (j == newEnd || goes(common, i - from, j - from))) {
        lines.add(new Line('-', before.get(i++)));
      } else {
        lines.add(new Line('+', after.get(j++)));
      }
    }
  }

  private static boolean goes(int[][] common, int i, int j) {
    return common.length == 0 || common[i + 1][j] >= common[i][j + 1];
  }

  /// How many lines the ends of both texts have in common, from each pair of lines on.
  private int[][] common(int from, int oldEnd, int newEnd) {
    int rows = oldEnd - from;
    int columns = newEnd - from;
    if (rows > MAX_COMPARED || columns > MAX_COMPARED) return new int[0][0];
    var common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        boolean same = before.get(from + i).equals(after.get(from + j));
        common[i][j] =
            same ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private String hunks() {
    var text = new StringBuilder();
    int at = 0;
    while (at < lines.size()) {
      int change = next(at);
      if (change == lines.size()) break;
      int from = Math.max(at, change - CONTEXT);
      int to = end(change);
      hunk(text, from, to);
      at = to;
    }
    return text.toString();
  }

  private int next(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).sign() == ' ') at++;
    return at;
  }

  /// Where the hunk of this change ends: changes that lie close together share one.
  private int end(int change) {
    int last = change;
    for (int at = change; at < lines.size() && at <= last + 2 * CONTEXT; at++) {
      if (lines.get(at).sign() != ' ') last = at;
    }
    return Math.min(lines.size(), last + CONTEXT + 1);
  }

  private void hunk(StringBuilder text, int from, int to) {
    text.append("@@ -").append(range(from, to, '+')).append(" +").append(range(from, to, '-'));
    text.append(" @@\n");
    for (Line line : lines.subList(from, to)) {
      text.append(line.sign()).append(line.text()).append('\n');
    }
  }

  /// First line and number of lines, without those of `other`.
  private String range(int from, int to, char other) {
    long first = lines.subList(0, from).stream().filter(line -> line.sign() != other).count();
    long count = lines.subList(from, to).stream().filter(line -> line.sign() != other).count();
    return (count == 0 ? first : first + 1) + "," + count;
  }
}
