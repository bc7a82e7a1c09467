/// Connectors that ask a database by JDBC.
///
/// Start at [SqlConnector], which runs statements; [SqlCheck] says what is wrong with a file before
/// anything runs. An example of a file:
///
/// ```yaml
/// connector: policies
/// kind: sql
/// url: jdbc:postgresql://db.internal/crm     # or env:CRM_URL; the driver lies on the class path
/// user: callflow_ro
/// password: env:CRM_PASSWORD
/// operations:
///   newest_claim:
///     effect: reads
///     input: { customer_id: { type: integer } }
///     output: { number: { type: text, from: "${row.claim_no}" }, all: { type: list, from: "${rows}" } }
///     errors: { none: not_found }
///     sql: |
///       select claim_no, state from open_claims where customer_id = :customer_id
/// ```
///
/// `:name` becomes a bind variable, so a caller's words are never part of a statement. An answer
/// offers `row` (the first), `rows` (200 at most) and `updated` (rows changed); column names are in
/// lower case. `reads` runs in a read-only transaction that is always rolled back. `errors:` knows
/// `none` (nothing found, nothing changed) and SQLSTATE codes such as `23505`.
@NullMarked
package callflow.connector.sql;

import org.jspecify.annotations.NullMarked;
