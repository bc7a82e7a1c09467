/// The nouns of a running call: what is known of it, what may happen to it, what it may order.
///
/// Start at [CallState], then [Event] and [Command]. Plain immutable data, equal by content.
@NullMarked
package callflow.engine.call;

import org.jspecify.annotations.NullMarked;
