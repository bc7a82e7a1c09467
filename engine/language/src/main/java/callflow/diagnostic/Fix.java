package callflow.diagnostic;

import callflow.source.Edit;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.List;
import java.util.Optional;

/// Edits of a file that put a finding right.
///
/// @param edits of one file, none within another
/// @param safe whether the file can only have been meant so; others need a person's eye
public record Fix(List<Edit> edits, boolean safe) {
  private static final String WORD = "[A-Za-z_$][\\w.-]*";

  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) throw new IllegalArgumentException("a fix without edits");
  }

  /// The only thing the author can have meant.
  public static Fix safe(Span span, String text) {
    return new Fix(List.of(new Edit(span, text)), true);
  }

  /// The fix of a finding: its own, else the only name that may have been meant. A name that is a
  /// slip of the finger away is safe, another tool's word for ours isn't.
  public static Optional<Fix> of(Diagnostic finding, Optional<SourceFile> source) {
    if (finding.fix().isPresent()) return finding.fix();
    if (finding.suggestions().size() != 1 || source.isEmpty()) return Optional.empty();
    String meant = finding.suggestions().getFirst();
    String written = source.get().text(finding.span());
    String word = written.replaceAll("^([\"'])(.*)\\1$", "$2");
    if (!word.matches(WORD) || !meant.matches(WORD)) return Optional.empty();
    String quote = written.equals(word) ? "" : written.substring(0, 1);
    boolean near = !Nearest.of(word, List.of(meant)).isEmpty();
    return Optional.of(new Fix(List.of(new Edit(finding.span(), quote + meant + quote)), near));
  }
}
