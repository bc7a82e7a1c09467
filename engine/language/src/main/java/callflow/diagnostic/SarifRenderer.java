package callflow.diagnostic;

import callflow.source.Located;
import callflow.source.Span;
import callflow.value.Value;
import callflow.value.Value.Fields;
import callflow.value.Value.Items;
import callflow.value.Value.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Findings as SARIF 2.1.0, which code hosts show beside the changed lines.
///
/// @see "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"
public final class SarifRenderer {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifRenderer() {}

  /// One run with the whole catalogue of rules and all findings, by file and place.
  public static String render(List<Diagnostic> findings) {
    List<Value> results =
        findings.stream().sorted(Shown.BY_PLACE).distinct().map(SarifRenderer::result).toList();
    Fields driver =
        Fields.of("name", new Text("callflow"))
            .with(
                "rules", new Items(Arrays.stream(Rule.values()).map(SarifRenderer::rule).toList()));
    Fields run =
        Fields.of("tool", Fields.of("driver", driver))
            .with("columnKind", new Text("unicodeCodePoints"))
            .with("results", new Items(results));
    return JsonText.of(
        Fields.of("$schema", new Text(SCHEMA))
            .with("version", new Text("2.1.0"))
            .with("runs", new Items(List.of(run))));
  }

  private static Value rule(Rule rule) {
    return Fields.of("id", new Text(rule.slug()))
        .with("shortDescription", message(rule.slug().replace('-', ' ')))
        .with("help", message("If it is left alone: " + rule.why() + "."))
        .with("defaultConfiguration", Fields.of("level", new Text(rule.severity().word())));
  }

  private static Value result(Diagnostic finding) {
    Fields result =
        Fields.of("ruleId", new Text(finding.rule().slug()))
            .with("level", new Text(finding.severity().word()))
            .with("message", message(text(finding)))
            .with("locations", new Items(List.of(location(finding.span()))));
    if (finding.related().isEmpty()) return result;
    return result.with(
        "relatedLocations",
        new Items(finding.related().stream().map(SarifRenderer::related).toList()));
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
    Fields region =
        Fields.of("startLine", Value.Decimal.of(span.startLine()))
            .with("startColumn", Value.Decimal.of(span.startColumn()))
            .with("endLine", Value.Decimal.of(span.endLine()))
            .with("endColumn", Value.Decimal.of(span.endColumn()));
    return Fields.of(
        "physicalLocation",
        Fields.of("artifactLocation", Fields.of("uri", new Text(encoded(span.file()))))
            .with("region", region));
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
