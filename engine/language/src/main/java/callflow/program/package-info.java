/// The compiled flow: references resolved, defaults filled in, expressions ready; immutable and
/// hashed.
///
/// Start at [Program]. What it means is for the interpreter to say.
@NullMarked
package callflow.program;

import org.jspecify.annotations.NullMarked;
