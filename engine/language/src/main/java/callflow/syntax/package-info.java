/// The files of a project as their authors wrote them: flows, connectors, scenarios, and the
/// deployment that puts them on telephone lines.
///
/// Start at [FlowFile]. Every leaf knows its place; nothing is resolved or defaulted. Expressions
/// and templates are parsed already; what their names mean is for `check` to say.
@NullMarked
package callflow.syntax;

import org.jspecify.annotations.NullMarked;
