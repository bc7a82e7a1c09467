/// The one listener for HTTP and WebSocket, spoken to in our own words.
///
/// Start at [CallServer]. A [Route] is a function from [Request] to [Response], or an entrance to a
/// [Socket]. Everything that can grow has a bound in [ServerLimits]. Undertow stays inside; it
/// knows nothing of calls or carriers.
@NullMarked
package callflow.runtime.server;

import org.jspecify.annotations.NullMarked;
