package callflow.diagnostic;

import callflow.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings of one file that people are shown, in the order of their places.
///
/// @param omitted how many more there are of each rule
record Shown(String file, List<Diagnostic> findings, Map<Rule, Integer> omitted) {
  /// Of one rule and file no more are shown; the first few tell what is wrong with all of them.
  static final int MAX_PER_RULE = 20;

  static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::span, Shown::compare).thenComparing(Diagnostic::rule);

  private static int compare(Span a, Span b) {
    return Comparator.comparing(Span::file)
        .thenComparingInt(Span::startLine)
        .thenComparingInt(Span::startColumn)
        .compare(a, b);
  }

  /// Where secrets stand in clear text, which no excerpt may repeat.
  List<Span> secrets() {
    return findings.stream()
        .filter(finding -> finding.rule() == Rule.SECRET_LITERAL)
        .map(Diagnostic::span)
        .toList();
  }

  /// In the order in which a reader meets them, each once.
  static List<Diagnostic> sorted(List<Diagnostic> all) {
    return all.stream().sorted(BY_PLACE).distinct().toList();
  }

  static List<Shown> byFile(List<Diagnostic> all) {
    var files = new LinkedHashMap<String, List<Diagnostic>>();
    for (Diagnostic finding : sorted(all)) {
      files.computeIfAbsent(finding.span().file(), _ -> new ArrayList<>()).add(finding);
    }
    return files.entrySet().stream().map(file -> of(file.getKey(), file.getValue())).toList();
  }

  private static Shown of(String file, List<Diagnostic> sorted) {
    var shown = new ArrayList<Diagnostic>();
    var counts = new LinkedHashMap<Rule, Integer>();
    for (Diagnostic finding : sorted) {
      int count = counts.merge(finding.rule(), 1, Integer::sum);
      if (count <= MAX_PER_RULE) shown.add(finding);
    }
    counts.values().removeIf(count -> count <= MAX_PER_RULE);
    counts.replaceAll((_, count) -> count - MAX_PER_RULE);
    return new Shown(file, shown, counts);
  }
}
