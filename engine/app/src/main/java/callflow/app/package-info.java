/// The only place that knows everything: it reads the environment, builds the object graph, and
/// offers it as commands.
///
/// Start at [Main]. Nobody uses this package.
@NullMarked
package callflow.app;

import org.jspecify.annotations.NullMarked;
