package callflow.diagnostic;

import callflow.diagnostic.Diagnostic.Severity;
import callflow.source.SourceFile;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Findings as a JUnit report, for build servers that show nothing else: a test for each file,
/// which fails where the file has errors or warnings.
public final class JunitRenderer {
  private final TextRenderer text;

  /// A renderer that shows excerpts of the files it is given.
  public JunitRenderer(Function<String, Optional<SourceFile>> sources) {
    this.text = new TextRenderer(sources, false);
  }

  /// The whole report.
  ///
  /// @param files all files that were checked, those without findings too
  public String render(List<Diagnostic> findings, Collection<String> files) {
    var all = new LinkedHashSet<>(files);
    Shown.sorted(findings).forEach(finding -> all.add(finding.span().file()));
    var cases = new StringBuilder();
    int failed = 0;
    for (String file : all) {
      var own = findings.stream().filter(each -> each.span().file().equals(file)).toList();
      if (own.stream().anyMatch(JunitRenderer::fails)) failed++;
      cases.append(testCase(file, own));
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"callflow check\" tests=\""
        + all.size()
        + "\" failures=\""
        + failed
        + "\">\n"
        + cases
        + "</testsuite>\n";
  }

  private static boolean fails(Diagnostic finding) {
    return finding.severity() != Severity.NOTE;
  }

  private String testCase(String file, List<Diagnostic> findings) {
    String head = "  <testcase classname=\"callflow.check\" name=\"" + escaped(file) + "\"";
    if (findings.isEmpty()) return head + "/>\n";
    String all = escaped(text.render(findings));
    String body =
        findings.stream()
            .filter(JunitRenderer::fails)
            .findFirst()
            .map(first ->
                "    <failure type=\""
                    + first.rule().slug()
                    + "\" message=\""
                    + escaped(first.message())
                    + "\">"
                    + all
                    + "</failure>\n")
            .orElse("    <system-out>" + all + "</system-out>\n");
    return head + ">\n" + body + "  </testcase>\n";
  }

  /// XML has no way at all to write most control characters.
  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(each -> {
          switch (each) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(allowed(each) ? each : 0xFFFD);
          }
        });
    return out.toString();
  }

  private static boolean allowed(int character) {
    return character == '\n'
        || character == '\t'
        || (character >= 0x20 && character < 0xD800)
        || (character >= 0xE000 && character < 0xFFFE)
        || character > 0xFFFF;
  }
}
