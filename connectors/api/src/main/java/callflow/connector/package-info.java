/// What a connector is: the contract a third party compiles against.
///
/// Start at [Connector]. Knows values and schemas, nothing of flows or calls.
@NullMarked
package callflow.connector;

import org.jspecify.annotations.NullMarked;
