package callflow.diagnostic;

import callflow.diagnostic.Diagnostic.Severity;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Findings for people: place, message, the line with carets below it, and what to do.
public final class TextRenderer {
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final Function<String, Optional<SourceFile>> sources;
  private final boolean colour;

  /// A renderer that asks `sources` for the text of a file; without it no excerpt is shown.
  ///
  /// @param colour whether to write ANSI colours, for a terminal
  public TextRenderer(Function<String, Optional<SourceFile>> sources, boolean colour) {
    this.sources = sources;
    this.colour = colour;
  }

  /// All findings, by file and place; empty text when there are none.
  ///
  /// Of one rule and file at most twenty are shown, and then how many more there are.
  public String render(List<Diagnostic> findings) {
    var out = new StringBuilder();
    for (Shown file : Shown.byFile(findings)) {
      for (Diagnostic finding : file.findings()) {
        if (!out.isEmpty()) out.append('\n');
        finding(finding, file.secrets(), out);
      }
      file.omitted()
          .forEach((rule, count) ->
              out.append('\n')
                  .append(Plain.text(file.file()))
                  .append(": and ")
                  .append(count)
                  .append(" more [")
                  .append(rule.slug())
                  .append("]\n"));
    }
    return out.toString();
  }

  private void finding(Diagnostic finding, List<Span> secrets, StringBuilder out) {
    String severity = finding.severity().word() + ": ";
    out.append(painted(BOLD, place(finding.span())))
        .append(": ")
        .append(painted(colour(finding.severity()), severity))
        .append(Plain.text(finding.message()))
        .append(" [")
        .append(finding.rule().slug())
        .append("]\n");
    String margin = excerpt(finding, secrets, out);
    if (!finding.suggestions().isEmpty()) note(margin, didYouMean(finding.suggestions()), out);
    finding.hint().ifPresent(hint -> note(margin, hint, out));
    note(margin, finding.rule().why(), out);
    for (Located<String> related : finding.related()) {
      note(margin, "see " + place(related.span()) + ": " + related.value(), out);
    }
  }

  private static String place(Span span) {
    return Plain.text(span.file()) + ":" + span.startLine() + ":" + span.startColumn();
  }

  /// Writes the line with its carets, if there is one, and returns the margin for what follows.
  private String excerpt(Diagnostic finding, List<Span> secrets, StringBuilder out) {
    Span span = finding.span();
    String number = Integer.toString(span.startLine());
    String margin = " ".repeat(number.length() + 1);
    String line = sources.apply(span.file()).map(file -> file.line(span.startLine())).orElse("");
    if (line.isBlank()) return margin;
    var excerpt = Excerpt.of(span, line, secrets);
    out.append(painted(DIM, margin + "|"))
        .append('\n')
        .append(painted(DIM, number + " |"))
        .append(' ')
        .append(excerpt.text().stripTrailing())
        .append('\n')
        .append(painted(DIM, margin + "|"))
        .append(' ')
        .append(painted(colour(finding.severity()), excerpt.carets()))
        .append('\n');
    return margin;
  }

  private void note(String margin, String text, StringBuilder out) {
    out.append(painted(DIM, margin + "=")).append(' ').append(Plain.text(text)).append('\n');
  }

  /// "did you mean `a`, `b` or `c`?"
  static String didYouMean(List<String> names) {
    var text = new StringBuilder("did you mean ");
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) text.append(i == names.size() - 1 ? " or " : ", ");
      text.append('`').append(names.get(i)).append('`');
    }
    return text.append('?').toString();
  }

  private String painted(String paint, String text) {
    return colour ? paint + text + PLAIN : text;
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001b[1;31m";
      case WARNING -> "\u001b[1;33m";
      case NOTE -> "\u001b[1;36m";
    };
  }
}
