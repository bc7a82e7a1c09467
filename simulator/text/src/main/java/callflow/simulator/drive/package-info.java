/// A call without a telephone: the interpreter, somebody who plays the model, and connectors, on
/// virtual time and in one thread.
///
/// Start at [SimulatedCall]; [ModelDriver] and [ToolBench] are its two ports, [Transcript] is what
/// comes of it and [Masking] what people may read of that. Speech and callers take no time here;
/// only waiting and tools do. Uses `engine.interpret`, never anything of a live call.
@NullMarked
package callflow.simulator.drive;

import org.jspecify.annotations.NullMarked;
