/// The vocabulary all rooms share: JSON-like values, their types, the names an author gives, tool
/// results.
///
/// Start at [Value] and [Type]; [Fit] decides what a value may be. Plain data otherwise. Patterns
/// are RE2's and telephone numbers are read by libphonenumber; no type of either shows.
@NullMarked
package callflow.value;

import org.jspecify.annotations.NullMarked;
