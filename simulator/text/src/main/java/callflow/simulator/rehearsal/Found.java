package callflow.simulator.rehearsal;

import callflow.value.Value;

/// A value heard in a sentence.
///
/// @param from its first word
/// @param to the word after its last
/// @param plain whether its form alone tells what it is: a date with month and year, an amount with
///   its currency
record Found(Value value, int from, int to, boolean plain) {
  boolean overlaps(Found other) {
    return from < other.to && other.from < to;
  }
}
