/// A caller with a telephone line of Twilio, for tests and demos of whoever answers it.
///
/// Start at [TwilioCaller]: it asks the voice webhook what to do, follows the answer like Twilio
/// would, and streams its sound to the media socket named there. It speaks and hears
/// [callflow.fakegrok.AudibleText]. It knows Twilio's published messages and nothing of the engine.
@NullMarked
package callflow.fakegrok.caller;

import org.jspecify.annotations.NullMarked;
