/// Everything that can be wrong with a flow that is well written: one rule, one class.
///
/// Start at [FlowChecker], which runs them all. Reads `syntax`, asks [ToolCatalog] about
/// connectors, answers with `diagnostic`s. It never changes what it reads.
@NullMarked
package callflow.check;

import org.jspecify.annotations.NullMarked;
