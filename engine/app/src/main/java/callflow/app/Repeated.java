package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// Findings about a file that several flows share, each told once.
final class Repeated {
  private Repeated() {}

  private record Same(Rule rule, Span span, String message) {}

  /// Those of one rule, place and message are one, which points to all the places they point to.
  static List<Diagnostic> once(Collection<Diagnostic> findings) {
    var told = new LinkedHashMap<Same, Diagnostic>();
    for (Diagnostic finding : findings) {
      var same = new Same(finding.rule(), finding.span(), finding.message());
      told.merge(same, finding, Repeated::both);
    }
    return List.copyOf(told.values());
  }

  private static Diagnostic both(Diagnostic first, Diagnostic second) {
    Diagnostic both = first;
    for (Located<String> related : second.related()) {
      if (!both.related().contains(related)) {
        both = both.withRelated(related.span(), related.value());
      }
    }
    return both;
  }
}
