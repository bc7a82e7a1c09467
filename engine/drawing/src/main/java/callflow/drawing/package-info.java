/// Draws a flow: ELK finds the places, our own writer makes the SVG.
///
/// Start at [Diagram]. The same flow gives the same bytes, on every machine: letters are measured
/// by a table of our own, since there may be no fonts here and others where it is looked at. The
/// only room that knows ELK.
@NullMarked
package callflow.drawing;

import org.jspecify.annotations.NullMarked;
