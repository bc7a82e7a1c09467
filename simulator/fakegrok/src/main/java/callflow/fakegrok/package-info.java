/// A stand-in for the Grok service on loopback: both dialects, paced audio, faults on request.
///
/// Start at [FakeGrok]. It writes its own frames from the vendor's descriptions and shares no code
/// with the engine, so that it can't share its mistakes. What it says is a port, [Mind]; how it
/// speaks and hears is [AudibleText] and [Ear]; what goes wrong is ordered at [Faults]; what each
/// session saw is told by its [Witness]. Inside, one thread runs one [Session] in one [Dialect].
/// Not simulated: idle time-outs, sound sent in binary frames, tools run by the vendor.
@NullMarked
package callflow.fakegrok;

import org.jspecify.annotations.NullMarked;
