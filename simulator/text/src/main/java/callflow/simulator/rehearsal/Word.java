package callflow.simulator.rehearsal;

/// One word or sign of a sentence.
///
/// @param text in small letters, without apostrophes; a number keeps its points, commas and slashes
/// @param written as the caller typed it
/// @param afterBreak whether a comma, a full stop or the like stands before it
record Word(String text, String written, boolean afterBreak) {

  boolean is(String... words) {
    for (String word : words) if (text.equals(word)) return true;
    return false;
  }

  boolean isFigures() {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
