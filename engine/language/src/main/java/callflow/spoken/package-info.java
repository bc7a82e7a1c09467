/// How a value is said aloud: days, times, amounts, numbers in groups, letters by name.
///
/// Start at [Spoken]. English, German, Spanish and French are said as people say them; other
/// languages in the forms that ICU knows. ICU stays in this room. Uses `value`.
@NullMarked
package callflow.spoken;

import org.jspecify.annotations.NullMarked;
