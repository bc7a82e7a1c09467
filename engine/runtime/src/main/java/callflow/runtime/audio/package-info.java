/// Sound: formats, their conversion, and the bridge between the caller's leg and the voice session.
///
/// Start at [AudioBridge]. Decides nothing about the call: it forwards, holds, drops and measures
/// as it is told.
@NullMarked
package callflow.runtime.audio;

import org.jspecify.annotations.NullMarked;
