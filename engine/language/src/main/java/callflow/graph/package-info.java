/// A flow as a picture or a book shows it: boxes, arrows between them, and what holds everywhere.
///
/// Start at [FlowGraph]. Says nothing about places on paper: that is for `callflow.drawing` to
/// decide. Uses `program`, `expression` and `value`.
@NullMarked
package callflow.graph;

import org.jspecify.annotations.NullMarked;
