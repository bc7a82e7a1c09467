/// What we tell the author of a file: findings with a place, the catalogue of rules, and their
/// rendering.
///
/// Start at [Diagnostic]; [Rule] lists all there are. Knows nothing about flows, only about files.
@NullMarked
package callflow.diagnostic;

import org.jspecify.annotations.NullMarked;
