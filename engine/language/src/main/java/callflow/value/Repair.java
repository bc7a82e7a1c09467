package callflow.value;

import java.util.Arrays;
import java.util.Locale;

/// What every caller may do to put a conversation right, without a flow saying so.
public enum Repair {
  /// Gives a value anew that an earlier state asked for.
  CORRECT,
  /// Gives up what is being done; only where a flow says where to go then.
  CANCEL,
  /// Hears the last thing again.
  REPEAT,
  /// Begins the call anew.
  START_OVER,
  /// Hears what can be said here.
  HELP,
  /// Needs a moment.
  WAIT,
  /// Returns to the question before.
  BACK;

  /// Whether a move goes by the name of one of these.
  public static boolean names(ChoiceName move) {
    String name = move.value();
    return name.startsWith(CORRECT.word() + "_")
        || Arrays.stream(values()).anyMatch(each -> each.word().equals(name));
  }

  /// The word in flows: `start_over`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
