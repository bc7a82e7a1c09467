package callflow.syntax;

import callflow.expression.Template;
import callflow.source.Span;
import java.util.List;
import java.util.stream.Stream;

/// What is spoken word for word: one text, or several by count and by language.
public sealed interface WordingDecl {
  Span span();

  /// Every text of it, in the order of the file.
  Stream<Template> templates();

  /// One text.
  record Plain(Template text) implements WordingDecl {
    @Override
    public Span span() {
      return text.span();
    }

    @Override
    public Stream<Template> templates() {
      return Stream.of(text);
    }
  }

  /// A list: the first time the first, then the second; the last stays.
  record Listed(List<WordingDecl> steps, Span span) implements WordingDecl {
    public Listed {
      steps = List.copyOf(steps);
    }

    @Override
    public Stream<Template> templates() {
      return steps.stream().flatMap(WordingDecl::templates);
    }
  }

  /// `vary:`: one after the other, and from the first again.
  record Varied(List<WordingDecl> turns, Span span) implements WordingDecl {
    public Varied {
      turns = List.copyOf(turns);
    }

    @Override
    public Stream<Template> templates() {
      return turns.stream().flatMap(WordingDecl::templates);
    }
  }

  /// `{ en: …, de: … }`.
  record PerLanguage(Localized.Each<WordingDecl> each) implements WordingDecl {
    @Override
    public Span span() {
      return each.span();
    }

    @Override
    public Stream<Template> templates() {
      return each.all().stream().flatMap(WordingDecl::templates);
    }
  }
}
