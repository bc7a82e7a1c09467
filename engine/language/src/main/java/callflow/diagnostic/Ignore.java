package callflow.diagnostic;

import callflow.source.Span;

/// A comment by which an author says that a finding is known and stays: `# ignore RULE: reason`.
///
/// @param span the place of the rule's name in the comment
/// @param line what it speaks of: its own line, or where it stands alone, the next with anything on
/// @param reason empty when none is given, which is a finding itself
public record Ignore(Span span, int line, String rule, String reason) {
  boolean speaksOf(Diagnostic finding) {
    return finding.span().file().equals(span.file())
        && finding.span().startLine() == line
        && finding.rule().slug().equals(rule);
  }

  /// Errors keep a flow from running, so nobody can live with them.
  boolean silences(Diagnostic finding) {
    return !finding.isError() && speaksOf(finding);
  }
}
