/// Guards and templates: parsed by JEXL, turned into our own small tree, typed, evaluated, spoken.
///
/// Start at [Expressions] to read one, [Expression] for the tree, [Evaluation] to work one out.
/// JEXL is known in this room alone and only parses; what evaluates is ours.
@NullMarked
package callflow.expression;

import org.jspecify.annotations.NullMarked;
