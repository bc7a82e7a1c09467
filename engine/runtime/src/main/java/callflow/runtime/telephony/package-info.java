/// The caller's side of a call, whatever carrier it came by.
///
/// Start at [Switchboard], which a carrier asks whether a call may come in, then [CallLeg], which
/// the carrier provides for it. Carriers know neither each other nor the voice session.
@NullMarked
package callflow.runtime.telephony;

import org.jspecify.annotations.NullMarked;
