/// Files and places in them: what every message about a flow points at.
///
/// Start at [Span]. Uses nothing but the JDK.
@NullMarked
package callflow.source;

import org.jspecify.annotations.NullMarked;
