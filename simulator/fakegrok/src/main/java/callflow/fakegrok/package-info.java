/// A stand-in for the Grok service on loopback: both dialects, paced audio, faults on request.
///
/// It writes its own frames from the vendor's descriptions and shares no code with the engine, so
/// that it can't share its mistakes. What it says is a port, [Mind].
@NullMarked
package callflow.fakegrok;

import org.jspecify.annotations.NullMarked;
