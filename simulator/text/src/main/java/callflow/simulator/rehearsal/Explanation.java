package callflow.simulator.rehearsal;

import java.util.List;

/// Why the rehearsal model did what it did with the caller's last words.
///
/// @param reasons one sentence each, in the order in which they counted
public record Explanation(String words, List<String> reasons) {
  public Explanation {
    reasons = List.copyOf(reasons);
  }
}
