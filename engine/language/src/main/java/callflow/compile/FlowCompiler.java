package callflow.compile;

import callflow.check.FlowChecker;
import callflow.check.ToolCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.parse.FlowParser;
import callflow.parse.Library;
import callflow.program.Program;
import callflow.source.SourceFile;
import callflow.syntax.FlowFile;
import java.util.ArrayList;
import java.util.List;

/// The front door of the language: from the text of a flow to a program that can run, or to
/// everything that is wrong with it.
public final class FlowCompiler {
  private FlowCompiler() {}

  /// Reads, checks and lowers one flow.
  ///
  /// @return all findings of all stages, in the order of their places; a program only when none of
  ///   them is an error
  public static Checked<Program> compile(SourceFile file, ToolCatalog catalog) {
    return compile(file, catalog, Library.EMPTY);
  }

  /// The same for a flow that includes parts or calls other flows.
  public static Checked<Program> compile(SourceFile file, ToolCatalog catalog, Library library) {
    var parsed = FlowParser.parse(file, library);
    var findings = new ArrayList<>(parsed.diagnostics());
    boolean whole = parsed.diagnostics().stream().noneMatch(Diagnostic::isError);
    parsed
        .value()
        .ifPresent(flow -> findings.addAll(Included.told(check(flow, catalog, whole), flow)));
    if (findings.stream().noneMatch(Diagnostic::isError)) {
      parsed.value().ifPresent(flow -> findings.addAll(FlowChecker.unusable(flow, catalog)));
    }
    var sorted = FlowChecker.sorted(findings);
    return sorted.stream().anyMatch(Diagnostic::isError)
        ? new Checked.Failed<>(sorted)
        : new Checked.Passed<>(Lowering.lower(parsed.value().orElseThrow(), catalog), sorted);
  }

  private static List<Diagnostic> check(FlowFile flow, ToolCatalog catalog, boolean whole) {
    return whole ? FlowChecker.check(flow, catalog) : FlowChecker.checkRemains(flow, catalog);
  }
}
