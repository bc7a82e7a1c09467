package callflow.diagnostic;

import callflow.diagnostic.Diagnostic.Severity;
import callflow.source.Located;
import callflow.source.Span;
import callflow.value.Value;
import callflow.value.Value.Fields;
import callflow.value.Value.Items;
import callflow.value.Value.Text;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Findings for programs, as one JSON object.
///
/// `findings` in the order of file and place, none left out, and `counts` by severity. Lines and
/// columns begin with 1, columns count code points, ends are exclusive. What a finding has not is
/// left out. New keys may appear under the same `version`; none changes its meaning or goes.
public final class JsonRenderer {
  /// The version of the format.
  public static final int VERSION = 1;

  private static final Pattern STATE = Pattern.compile("/states/([^/]+)(/.*)?");

  private final Function<Diagnostic, String> pointer;

  /// A renderer that learns from `pointer` in which node of its file a finding stands.
  ///
  /// @param pointer a JSON Pointer such as `/states/menu/next/0/goto`; empty for the whole file
  public JsonRenderer(Function<Diagnostic, String> pointer) {
    this.pointer = pointer;
  }

  /// The whole object, with a line break at its end.
  public String render(List<Diagnostic> findings) {
    List<Diagnostic> sorted = findings.stream().sorted(Shown.BY_PLACE).distinct().toList();
    return JsonText.of(
        Fields.of("version", Value.Decimal.of(VERSION))
            .with("findings", new Items(sorted.stream().<Value>map(this::finding).toList()))
            .with("counts", counts(sorted)));
  }

  private static Fields counts(List<Diagnostic> findings) {
    Fields counts = Fields.NONE;
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(each -> each.severity() == severity).count();
      counts = counts.with(severity.word(), Value.Decimal.of(count));
    }
    return counts;
  }

  private Fields finding(Diagnostic finding) {
    String where = pointer.apply(finding);
    Fields fields =
        Fields.of("rule", new Text(finding.rule().slug()))
            .with("severity", new Text(finding.severity().word()));
    fields = place(fields, finding.span()).with("pointer", new Text(where));
    Matcher state = STATE.matcher(where);
    if (state.matches()) fields = fields.with("state", new Text(unescaped(state.group(1))));
    fields =
        fields
            .with("message", new Text(finding.message()))
            .with("why", new Text(finding.rule().why()));
    if (finding.hint().isPresent()) fields = fields.with("help", new Text(finding.hint().get()));
    return fields
        .with(
            "suggestions", new Items(finding.suggestions().stream().<Value>map(Text::new).toList()))
        .with(
            "related",
            new Items(finding.related().stream().<Value>map(JsonRenderer::related).toList()));
  }

  private static Fields related(Located<String> related) {
    return place(Fields.NONE, related.span()).with("message", new Text(related.value()));
  }

  private static Fields place(Fields fields, Span span) {
    return fields
        .with("file", new Text(span.file()))
        .with("line", Value.Decimal.of(span.startLine()))
        .with("column", Value.Decimal.of(span.startColumn()))
        .with("endLine", Value.Decimal.of(span.endLine()))
        .with("endColumn", Value.Decimal.of(span.endColumn()));
  }

  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
