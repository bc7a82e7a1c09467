package callflow.diagnostic;

import callflow.source.Edit;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.value.Value;
import callflow.value.Value.Fields;
import callflow.value.Value.Items;
import callflow.value.Value.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A finding as fields: the one form that all outputs for programs share.
///
/// @param pointer in which node of its file a finding stands, as a JSON Pointer
/// @param sources the text of a file, for fixes
record FindingFields(
    Function<Diagnostic, String> pointer, Function<String, Optional<SourceFile>> sources) {
  private static final Pattern STATE = Pattern.compile("/states/([^/]+)(/.*)?");

  Fields of(Diagnostic finding) {
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
    fields =
        fields
            .with("suggestions", items(finding.suggestions(), Text::new))
            .with("related", items(finding.related(), FindingFields::related));
    var fix = Fix.of(finding, sources.apply(finding.span().file()));
    if (fix.isPresent()) fields = fields.with("fix", fix(fix.get()));
    return fields.with("docs", new Text(finding.rule().docs()));
  }

  private static Fields fix(Fix fix) {
    return Fields.of("kind", new Text(fix.safe() ? "safe" : "unsafe"))
        .with("edits", items(fix.edits(), FindingFields::edit));
  }

  private static Value edit(Edit edit) {
    return place(Fields.NONE, edit.span()).with("text", new Text(edit.text()));
  }

  private static Value related(Located<String> related) {
    return place(Fields.NONE, related.span()).with("message", new Text(related.value()));
  }

  private static <T> Items items(List<T> all, Function<T, Value> each) {
    return new Items(all.stream().map(each).toList());
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
