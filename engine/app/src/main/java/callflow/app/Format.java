package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.GithubRenderer;
import callflow.diagnostic.JsonRenderer;
import callflow.diagnostic.JunitRenderer;
import callflow.diagnostic.Rule;
import callflow.diagnostic.SarifRenderer;
import callflow.diagnostic.TextRenderer;
import callflow.parse.Pointers;
import java.util.List;

/// How findings are written: for people, for programs, for build servers. All say the same.
enum Format {
  TEXT,
  JSON,
  JSONL,
  SARIF,
  GITHUB,
  JUNIT;

  String render(Project project, List<Diagnostic> findings) {
    return switch (this) {
      case TEXT -> text(project, findings);
      case JSON -> json(project).render(findings);
      case JSONL -> json(project).lines(findings);
      case SARIF -> new SarifRenderer(project::source, Format::help).render(findings);
      case GITHUB -> GithubRenderer.render(findings);
      case JUNIT -> new JunitRenderer(project::source).render(findings, project.files());
    };
  }

  private static String text(Project project, List<Diagnostic> findings) {
    String text = new TextRenderer(project::source, Terminals.colour()).render(findings);
    return text
        + (findings.isEmpty() ? "" : System.lineSeparator())
        + Summary.of(project, findings)
        + System.lineSeparator()
        + fixable(project, findings);
  }

  private static String fixable(Project project, List<Diagnostic> findings) {
    long count =
        findings.stream()
            .flatMap(each -> Fix.of(each, project.source(each.span().file())).stream())
            .filter(Fix::safe)
            .count();
    return count == 0
        ? ""
        : "`callflow check --fix` puts " + count + " of them right" + System.lineSeparator();
  }

  private static JsonRenderer json(Project project) {
    return new JsonRenderer(Pointers.in(project::source), project::source);
  }

  private static String help(Rule rule) {
    return RulePage.of(rule).map(RulePage::markdown).orElseGet(rule::why);
  }
}
