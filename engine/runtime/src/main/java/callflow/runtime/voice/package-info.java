/// The voice session of a live call over its socket: connecting, the barrier at a change of state,
/// one reply at a time, resuming.
///
/// Start at [GrokSession], which runs on the call's own thread and knows no dialect by name. [Link]
/// keeps its connection, [Reading] takes sound past it to the bridge, and [VoiceService] is the
/// port to the socket.
@NullMarked
package callflow.runtime.voice;

import org.jspecify.annotations.NullMarked;
