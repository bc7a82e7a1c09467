package callflow.diagnostic;

import callflow.diagnostic.Diagnostic.Severity;
import callflow.source.SourceFile;
import callflow.value.Value;
import callflow.value.Value.Fields;
import callflow.value.Value.Items;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Findings for programs, as one JSON object, or as one object a line.
///
/// In the order of file and place, none left out. Lines and columns begin with 1, columns count
/// code points, ends are exclusive. What a finding has not is left out. New keys may appear under
/// the same `version`; none changes its meaning or goes.
public final class JsonRenderer {
  /// The version of the format.
  public static final int VERSION = 1;

  private final FindingFields fields;

  /// A renderer that learns from `pointer` in which node of its file a finding stands.
  ///
  /// @param pointer a JSON Pointer such as `/states/menu/next/0/goto`; empty for the whole file
  public JsonRenderer(Function<Diagnostic, String> pointer) {
    this(pointer, _ -> Optional.empty());
  }

  /// The same with the text of files, from which fixes are worked out.
  public JsonRenderer(
      Function<Diagnostic, String> pointer, Function<String, Optional<SourceFile>> sources) {
    this.fields = new FindingFields(pointer, sources);
  }

  /// The whole object, with a line break at its end.
  public String render(List<Diagnostic> findings) {
    List<Diagnostic> sorted = Shown.sorted(findings);
    return JsonText.of(
        Fields.of("version", Value.Decimal.of(VERSION))
            .with("findings", new Items(sorted.stream().<Value>map(fields::of).toList()))
            .with("counts", counts(sorted)));
  }

  /// Each finding as an object on a line of its own; no line for no finding.
  public String lines(List<Diagnostic> findings) {
    var text = new StringBuilder();
    for (Diagnostic finding : Shown.sorted(findings)) {
      text.append(JsonText.onOneLine(fields.of(finding))).append('\n');
    }
    return text.toString();
  }

  private static Fields counts(List<Diagnostic> findings) {
    Fields counts = Fields.NONE;
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(each -> each.severity() == severity).count();
      counts = counts.with(severity.word(), Value.Decimal.of(count));
    }
    return counts;
  }
}
