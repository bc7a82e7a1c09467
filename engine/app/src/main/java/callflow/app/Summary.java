package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/// One line that says what was checked and how it came out.
final class Summary {
  private Summary() {}

  static String of(Project project, List<Diagnostic> findings) {
    var parts = new ArrayList<String>();
    parts.add(counted(project.flows().size(), "flow"));
    parts.add(counted(project.connectorFiles(), "connector file"));
    parts.add(counted(project.scenarioFiles(), "scenario"));
    if (project.deploymentFiles() > 0) parts.add(counted(project.deploymentFiles(), "deployment"));
    return "checked " + listed(parts) + ": " + outcome(findings);
  }

  private static String outcome(List<Diagnostic> findings) {
    var parts = new ArrayList<String>();
    for (var severity : Severity.values()) {
      int count = (int) findings.stream().filter(each -> each.severity() == severity).count();
      if (count > 0) parts.add(counted(count, severity.word()));
    }
    return parts.isEmpty() ? "nothing to complain about" : listed(parts);
  }

  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String listed(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
