/// What a program means: the one place that decides every move of a call.
///
/// Start at [Interpreter#step]. Pure and total: no clock, no chance, no input or output; same
/// program, state and event, same step. One file per family of events.
@NullMarked
package callflow.engine.interpret;

import org.jspecify.annotations.NullMarked;
