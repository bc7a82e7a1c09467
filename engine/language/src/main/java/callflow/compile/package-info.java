/// From the text of a flow to the program that runs: parse, check, fill in the defaults, name it.
///
/// Start at [FlowCompiler], the front door of the module. Decides nothing about right and wrong:
/// that is for `parse` and `check`.
@NullMarked
package callflow.compile;

import org.jspecify.annotations.NullMarked;
