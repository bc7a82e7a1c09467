package callflow.compile;

import callflow.diagnostic.Diagnostic;
import callflow.source.Located;
import callflow.syntax.FlowFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Findings about included parts, with the line that brings them into this flow: a part may be
/// right in one flow and wrong in another.
final class Included {
  private Included() {}

  static List<Diagnostic> told(List<Diagnostic> findings, FlowFile flow) {
    Map<String, Located<String>> parts = new HashMap<>();
    flow.reuse().parts().forEach(part -> parts.putIfAbsent(part.value(), part));
    return findings.stream()
        .map(finding -> {
          Located<String> part = parts.get(finding.span().file());
          return part == null
              ? finding
              : finding.withRelated(
                  part.span(), "the flow `" + flow.name().value() + "` includes it here");
        })
        .toList();
  }
}
