package callflow.expression;

import callflow.source.Span;
import java.util.List;

/// Text with `${…}` in it, as it stands in a file.
public record Template(List<Part> parts, Span span) {
  public Template {
    parts = List.copyOf(parts);
  }

  /// A stretch of a template.
  public sealed interface Part {
    record Words(String text) implements Part {}

    record Hole(Expression expression) implements Part {}
  }

  /// A text that is one value and stands in no file.
  public static Template ofValue(String name) {
    var nowhere = Span.startOf("a value");
    return new Template(List.of(new Part.Hole(new Expression.Name(name, nowhere))), nowhere);
  }

  public static Template words(String text, Span span) {
    return new Template(List.of(new Part.Words(text)), span);
  }

  /// The expressions in it, in order.
  public List<Expression> holes() {
    return parts.stream()
        .filter(Part.Hole.class::isInstance)
        .map(part -> ((Part.Hole) part).expression())
        .toList();
  }
}
