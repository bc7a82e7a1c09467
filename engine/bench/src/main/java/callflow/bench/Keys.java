package callflow.bench;

import java.util.SplittableRandom;

/// The same long row of keys for every subject.
final class Keys {
  private static final int MANY = 1 << 12;
  private static final char[] ROW = row();

  private Keys() {}

  static char at(int index) {
    return ROW[index & (MANY - 1)];
  }

  private static char[] row() {
    var random = new SplittableRandom(7);
    var row = new char[MANY];
    for (int i = 0; i < MANY; i++) row[i] = (char) ('1' + random.nextInt(3));
    return row;
  }
}
