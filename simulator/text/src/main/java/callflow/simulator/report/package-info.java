/// How simulated calls look to people: transcripts, failures, summaries, as plain text.
///
/// Start at [TranscriptText]. Masks what a flow marks as sensitive; what callers said themselves
/// stays.
@NullMarked
package callflow.simulator.report;

import org.jspecify.annotations.NullMarked;
