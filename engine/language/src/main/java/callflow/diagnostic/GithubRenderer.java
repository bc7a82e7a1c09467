package callflow.diagnostic;

import callflow.source.Span;
import java.util.ArrayList;
import java.util.List;

/// Findings as the commands by which a GitHub workflow puts notes beside the lines of a change.
///
/// @see "https://docs.github.com/actions/reference/workflow-commands-for-github-actions"
public final class GithubRenderer {
  private GithubRenderer() {}

  /// One command a line, by file and place.
  public static String render(List<Diagnostic> findings) {
    var text = new StringBuilder();
    for (Diagnostic finding : Shown.sorted(findings)) text.append(command(finding)).append('\n');
    return text.toString();
  }

  private static String command(Diagnostic finding) {
    Span span = finding.span();
    var sentences = new ArrayList<String>();
    sentences.add(finding.message());
    if (!finding.suggestions().isEmpty()) {
      sentences.add(TextRenderer.didYouMean(finding.suggestions()));
    }
    finding.hint().ifPresent(sentences::add);
    sentences.add(finding.rule().why());
    return "::"
        + level(finding)
        + " file="
        + property(span.file())
        + ",line="
        + span.startLine()
        + ",endLine="
        + span.endLine()
        + ",col="
        + span.startColumn()
        + ",endColumn="
        + span.endColumn()
        + ",title="
        + property(finding.rule().slug())
        + "::"
        + escaped(String.join("\n", sentences));
  }

  private static String level(Diagnostic finding) {
    return switch (finding.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
