/// Connectors that speak HTTP and JSON.
///
/// Start at [HttpConnector], which sends; [HttpCheck] says what is wrong with a file before
/// anything is sent. An example of a file:
///
/// ```yaml
/// connector: billing
/// kind: http
/// base_url: https://billing.example/v1      # or env:BILLING_URL; https unless allow_private: true
/// auth: { kind: bearer, token: env:BILLING_TOKEN }
/// operations:
///   pay:
///     effect: irreversible
///     input: { customer_id: { type: text }, amount: { type: money, currency: EUR } }
///     output: { receipt: { type: text, from: "${body.id}" } }
///     errors: { 409: already_paid }
///     request:
///       method: POST
///       path: /customers/${customer_id}/payments
///       body: { amount: "${amount}" }
/// ```
///
/// What holds for every request: the host comes from the file, never from a caller; redirects are
/// not followed; addresses inside private networks are refused unless `allow_private: true`; the
/// answer is JSON of at most 256 KiB and 64 levels; writing operations carry an `Idempotency-Key`
/// and a connection of their own; the deadline covers name look-up, connection, headers and body.
///
/// | status | outcome |
/// | --- | --- |
/// | one that `errors:` names | refused with that code |
/// | 2xx | done, if the declared fields are there and fit |
/// | 400, 422 · 404 · 409 | refused: `invalid` · `not_found` · `conflict` |
/// | 401, 403 | broken: our credentials, named in the message |
/// | 408, 504, no answer in time | broken (timeout); for a change: unknown |
/// | 429, 503 | broken (busy) |
/// | any other | broken (failed) |
@NullMarked
package callflow.connector.http;

import org.jspecify.annotations.NullMarked;
