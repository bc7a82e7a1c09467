package callflow.diagnostic;

import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.value.Value;
import callflow.value.Value.Fields;
import callflow.value.Value.Items;
import callflow.value.Value.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Findings as SARIF 2.1.0, which code hosts show beside the changed lines.
///
/// @see "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"
public final class SarifRenderer {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final Function<String, Optional<SourceFile>> sources;
  private final Function<Rule, String> help;

  /// A renderer of fixes and of help texts.
  ///
  /// @param sources the text of files, from which fixes are worked out
  /// @param help what there is to say about a rule, in Markdown
  public SarifRenderer(
      Function<String, Optional<SourceFile>> sources, Function<Rule, String> help) {
    this.sources = sources;
    this.help = help;
  }

  /// One run with the whole catalogue of rules and all findings, by file and place.
  public String render(List<Diagnostic> findings) {
    List<Value> results = Shown.sorted(findings).stream().map(this::result).toList();
    Fields driver =
        Fields.of("name", new Text("callflow"))
            .with("rules", new Items(Arrays.stream(Rule.values()).map(this::rule).toList()));
    Fields run =
        Fields.of("tool", Fields.of("driver", driver))
            .with("columnKind", new Text("unicodeCodePoints"))
            .with("results", new Items(results));
    return JsonText.of(
        Fields.of("$schema", new Text(SCHEMA))
            .with("version", new Text("2.1.0"))
            .with("runs", new Items(List.of(run))));
  }

  private Value rule(Rule rule) {
    return Fields.of("id", new Text(rule.slug()))
        .with("shortDescription", message(rule.slug().replace('-', ' ')))
        .with("fullDescription", message("If it is left alone: " + rule.why() + "."))
        .with(
            "help",
            message("If it is left alone: " + rule.why() + ". See " + rule.docs())
                .with("markdown", new Text(help.apply(rule))))
        .with("defaultConfiguration", Fields.of("level", new Text(rule.severity().word())));
  }

  private Value result(Diagnostic finding) {
    Fields result =
        Fields.of("ruleId", new Text(finding.rule().slug()))
            .with("level", new Text(finding.severity().word()))
            .with("message", message(text(finding)))
            .with("locations", new Items(List.of(location(finding.span()))));
    var fix = Fix.of(finding, sources.apply(finding.span().file()));
    if (fix.isPresent()) result = result.with("fixes", new Items(List.of(fix(fix.get()))));
    if (finding.related().isEmpty()) return result;
    return result.with(
        "relatedLocations",
        new Items(finding.related().stream().map(SarifRenderer::related).toList()));
  }

  private static Value fix(Fix fix) {
    Span first = fix.edits().getFirst().span();
    List<Value> replacements =
        fix.edits().stream()
            .<Value>map(edit ->
                Fields.of("deletedRegion", region(edit.span()))
                    .with("insertedContent", message(edit.text())))
            .toList();
    Fields change =
        Fields.of("artifactLocation", Fields.of("uri", new Text(encoded(first.file()))))
            .with("replacements", new Items(replacements));
    return Fields.of(
            "description", message(fix.safe() ? "what was meant" : "what may have been meant"))
        .with("artifactChanges", new Items(List.of(change)));
  }

  private static String text(Diagnostic finding) {
    var sentences = new ArrayList<String>();
    sentences.add(finding.message());
    if (!finding.suggestions().isEmpty()) {
      sentences.add(TextRenderer.didYouMean(finding.suggestions()));
    }
    finding.hint().ifPresent(sentences::add);
    return String.join("\n", sentences);
  }

  private static Fields message(String text) {
    return Fields.of("text", new Text(text));
  }

  private static Value related(Located<String> related) {
    return location(related.span()).with("message", message(related.value()));
  }

  private static Fields location(Span span) {
    return Fields.of(
        "physicalLocation",
        Fields.of("artifactLocation", Fields.of("uri", new Text(encoded(span.file()))))
            .with("region", region(span)));
  }

  private static Fields region(Span span) {
    return Fields.of("startLine", Value.Decimal.of(span.startLine()))
        .with("startColumn", Value.Decimal.of(span.startColumn()))
        .with("endLine", Value.Decimal.of(span.endLine()))
        .with("endColumn", Value.Decimal.of(span.endColumn()));
  }

  /// A path as a relative URI: everything but letters, digits and `/-._~` as `%` and two digits.
  private static String encoded(String path) {
    var out = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      boolean plain =
          (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z')
              || (character >= '0' && character <= '9')
              || "/-._~".indexOf(character) >= 0;
      out.append(plain ? Character.toString(character) : "%%%02X".formatted((int) character));
    }
    return out.toString();
  }
}
