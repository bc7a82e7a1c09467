/// The vocabulary all rooms share: JSON-like values, their types, the names an author gives, tool
/// results.
///
/// Start at [Value] and [Type]; [Fit] decides what a value may be. Plain data otherwise; uses
/// nothing but the JDK.
@NullMarked
package callflow.value;

import org.jspecify.annotations.NullMarked;
