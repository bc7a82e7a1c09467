/// Everything that can be wrong with a flow that is well written: one concern, one class.
///
/// Start at [FlowChecker], which runs the rules in stages; each of them is a [FlowRule] that reads
/// a [Context] and adds to [Findings]. [Graph] holds the ways between states, the rules about them
/// follow what the interpreter does. Reads `syntax`, asks [ToolCatalog] about connectors, answers
/// with `diagnostic`s. It never changes what it reads.
@NullMarked
package callflow.check;

import org.jspecify.annotations.NullMarked;
