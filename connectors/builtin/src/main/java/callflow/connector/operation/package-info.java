/// What connectors of every kind share: settings and secrets, what an operation's templates may
/// read, how an answer becomes declared fields, and when a request may be sent again.
///
/// Start at [Dispatch], through which every request goes. Knows no wire: `http` and `sql` bring
/// theirs as an [Exchange].
@NullMarked
package callflow.connector.operation;

import org.jspecify.annotations.NullMarked;
