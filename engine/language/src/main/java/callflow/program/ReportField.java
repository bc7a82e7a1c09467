package callflow.program;

import callflow.expression.Template;

/// One line of the record that is written when a call has ended.
///
/// @param masked whether it shows a sensitive value, which nobody may read there
public record ReportField(Template value, boolean masked) {}
