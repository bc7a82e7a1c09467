/// The reviewer's book of a flow: everything callers may hear, be asked and have done for them, on
/// one page of HTML that needs nothing else.
///
/// Start at [Book]. Reads a checked program only, so what it shows is what runs.
@NullMarked
package callflow.book;

import org.jspecify.annotations.NullMarked;
