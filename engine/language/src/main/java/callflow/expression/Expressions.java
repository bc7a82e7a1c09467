package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.expression.Template.Part;
import callflow.source.Written;
import java.util.List;
import java.util.Optional;

/// Reads expressions and templates: the front door of this room.
///
/// Bounded before any work is done, and total: whatever the text, the answer is a tree or findings
/// at their places.
public final class Expressions {
  /// Characters of one expression.
  public static final int MAX_LENGTH = 500;

  private Expressions() {}

  /// Reads an expression such as `visits >= 3 and not verified`.
  public static Checked<Expression> parse(Written text) {
    if (text.value().length() > MAX_LENGTH) {
      return Found.failed(
          Found.tooComplex(
              text.span(),
              "the expression has more than " + MAX_LENGTH + " characters",
              "split it over several branches or variables"));
    }
    return Tokenizer.tokens(text).then(tokens -> parse(text, tokens));
  }

  private static Checked<Expression> parse(Written text, List<Token> tokens) {
    Optional<Diagnostic> mistake = Grammar.mistake(text, tokens);
    if (mistake.isPresent()) return Found.failed(mistake.get());
    var converter = new Converter(text, tokens);
    return Jexl.tree(tokens)
        .flatMap(converter::expression)
        .map(expression -> Checked.of(expression, converter.diagnostics()))
        .orElseGet(() -> notUnderstood(text));
  }

  private static Checked<Expression> notUnderstood(Written text) {
    return Found.failed(
        Found.syntax(
            text.span(),
            "the expression can't be understood",
            "put brackets around its parts, as in `(a and b) or c`"));
  }

  /// Reads text with `${expression}` in it. `$${` stands for the two characters `${` themselves.
  public static Checked<Template> template(Written text) {
    return new TemplateReader(text).read();
  }

  /// The expression of a template that is nothing else than one `${…}`, white space aside; its
  /// value keeps its type.
  public static Optional<Expression> single(Template template) {
    List<Part> telling = template.parts().stream().filter(part -> !blank(part)).toList();
    return telling.size() == 1 && telling.getFirst() instanceof Part.Hole(var expression)
        ? Optional.of(expression)
        : Optional.empty();
  }

  private static boolean blank(Part part) {
    return part instanceof Part.Words(var words) && words.isBlank();
  }
}
