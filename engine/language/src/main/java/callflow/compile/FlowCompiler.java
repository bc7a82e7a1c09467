package callflow.compile;

import callflow.check.ToolCatalog;
import callflow.diagnostic.Checked;
import callflow.parse.Library;
import callflow.program.Program;
import callflow.source.SourceFile;

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
    var compilation = new Compilation(catalog, library);
    Unit unit = compilation.unit(file);
    return unit.failed()
        ? new Checked.Failed<>(unit.findings())
        : new Checked.Passed<>(
            ProgramText.identified(new SubFlowLowering(catalog, compilation.library()).lower(unit)),
            unit.findings());
  }
}
