package callflow.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An entry of a mapping or a list, laid out, with the comments and empty lines before it.
record Piece(String key, List<String> before, List<String> body, boolean section) {

  /// How many empty lines stand between two pieces.
  enum Gaps {
    /// As many as there are, at most one.
    KEPT,
    /// One.
    ONE,
    /// One around what goes over several levels.
    SECTIONS
  }

  private record Ranked(Piece piece, int rank) {}

  /// Pieces with known keys in the order of these; one with another key stays behind the one it
  /// follows.
  static List<Piece> ordered(List<Piece> pieces, KeyOrder order) {
    var ranked = new ArrayList<Ranked>();
    int rank = -1;
    for (Piece piece : pieces) {
      int known = order.keys().indexOf(piece.key());
      if (known >= 0) rank = known;
      ranked.add(new Ranked(piece, rank));
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank));
    return ranked.stream().map(Ranked::piece).toList();
  }

  static List<String> joined(List<Piece> pieces, Gaps gaps) {
    var laid = new ArrayList<String>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      var before = squeezed(piece.before());
      boolean kept = !before.isEmpty() && before.getFirst().isEmpty();
      if (kept) before.removeFirst();
      if (i > 0 && gap(gaps, kept, pieces.get(i - 1), piece)) laid.add("");
      laid.addAll(before);
      laid.addAll(piece.body());
    }
    return laid;
  }

  private static boolean gap(Gaps gaps, boolean kept, Piece before, Piece after) {
    return switch (gaps) {
      case KEPT -> kept;
      case ONE -> true;
      case SECTIONS -> kept || before.section() || after.section();
    };
  }

  /// Never two empty lines in a row.
  static List<String> squeezed(List<String> lines) {
    var squeezed = new ArrayList<String>();
    for (String line : lines) {
      if (!line.isEmpty() || squeezed.isEmpty() || !squeezed.getLast().isEmpty()) {
        squeezed.add(line);
      }
    }
    return squeezed;
  }
}
