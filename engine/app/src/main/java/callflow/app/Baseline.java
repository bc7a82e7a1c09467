package callflow.app;

import callflow.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Findings of an earlier day, which an old project lives with; only what is new counts.
///
/// A finding is known by its file, rule and message, not by its line, for lines move. Of several
/// that are alike as many are known as there were.
final class Baseline {
  private static final String HEAD =
      "# findings that `callflow check --baseline` passes over; one a line: file, rule, message";

  private final Map<String, Integer> known;

  private Baseline(Map<String, Integer> known) {
    this.known = known;
  }

  static void write(Path file, List<Diagnostic> findings) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(HEAD);
    findings.stream().map(Baseline::line).sorted().forEach(lines::add);
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  static Baseline read(Path file) throws IOException {
    var known = new HashMap<String, Integer>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.startsWith("#")) known.merge(line, 1, Integer::sum);
    }
    return new Baseline(known);
  }

  /// Those that were not there yet.
  List<Diagnostic> without(List<Diagnostic> findings) {
    var left = new HashMap<>(known);
    var fresh = new ArrayList<Diagnostic>();
    for (Diagnostic finding : findings) {
      int before = left.merge(line(finding), -1, Integer::sum);
      if (before < 0) fresh.add(finding);
    }
    return fresh;
  }

  private static String line(Diagnostic finding) {
    String text = finding.span().file() + "\t" + finding.rule().slug() + "\t" + finding.message();
    return text.replaceAll("\\R", " ");
  }
}
