/// The shell of a live call: one call, one virtual thread, one mailbox.
///
/// Start at [CallRegistry], which takes calls in; a [CallActor] owns the thread, a [LiveCall] turns
/// what happens into events for the interpreter and carries its commands out.
@NullMarked
package callflow.runtime.session;

import org.jspecify.annotations.NullMarked;
