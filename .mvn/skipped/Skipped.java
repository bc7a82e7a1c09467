import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Names every test that was skipped below a directory, with its reason, from surefire's reports.
///
/// Surefire itself only counts them, and a test that quietly stops running is worse than none.
final class Skipped {
  private Skipped() {}

  static void main(String[] args) throws Exception {
    for (Path report : reportsBelow(Path.of(args[0]))) {
      var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      var marks = root.getElementsByTagName("skipped");
      for (int i = 0; i < marks.getLength(); i++) {
        var mark = (Element) marks.item(i);
        var test = (Element) mark.getParentNode();
        System.out.printf(
            "[WARNING] skipped: %s.%s: %s%n",
            test.getAttribute("classname"), test.getAttribute("name"), reason(mark));
      }
    }
  }

  /// A disabled test has its reason as an attribute, a broken assumption as the first line of its
  /// stack trace.
  private static String reason(Element mark) {
    String trace = mark.getTextContent().strip();
    String reason =
        mark.hasAttribute("message")
            ? mark.getAttribute("message")
            : trace.lines().findFirst().orElse("");
    reason =
        reason
            .replaceFirst("^\\S*TestAbortedException: ", "")
            .replaceFirst("^Assumption failed: ", "");
    return reason.isBlank() ? "no reason given" : reason;
  }

  private static List<Path> reportsBelow(Path root) throws IOException {
    try (Stream<Path> files =
        Files.find(
            root,
            6,
            (file, _) -> file.toString().matches(".*/target/surefire-reports/TEST-.*\\.xml"))) {
      return files.filter(Skipped::isOfATestThatStillExists).sorted().toList();
    }
  }

  /// Without `clean`, reports outlive the tests they tell of.
  private static boolean isOfATestThatStillExists(Path report) {
    String type = report.getFileName().toString().replaceFirst("TEST-(.*)\\.xml", "$1");
    Path target = report.getParent().resolveSibling("test-classes");
    return Files.exists(target.resolve(type.replace('.', '/') + ".class"));
  }
}
