/// Turns YAML text into the records of `syntax` and remembers where every value was written.
///
/// Start at [FlowParser]; [YamlReader] makes our own small tree of [Node]s, [MapReader] and [Slot]
/// are what the parsers read it with. Knows the shape of the language, not its meaning: that a
/// state goes to one which does not exist is for `check` to say. SnakeYAML is known in this room
/// alone.
@NullMarked
package callflow.parse;

import org.jspecify.annotations.NullMarked;
