package callflow.parse;

import callflow.source.Span;
import callflow.source.Written;
import java.util.List;

/// A piece of a YAML file and its place.
sealed interface Node {
  Span span();

  /// Keys and values in braces, or one below the other.
  record Mapping(List<Entry> entries, Span span) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  record Sequence(List<Node> items, Span span) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// One text, whatever it stands for.
  ///
  /// @param commented whether a comment cuts it off: ` #` with a single blank before it
  record Scalar(Written text, Style style, boolean commented) implements Node {
    @Override
    public Span span() {
      return text.span();
    }
  }

  /// Something that was reported already; nothing more is to be said about it.
  record Refused(Span span) implements Node {}

  /// One key and what stands after it.
  record Entry(Written key, Node value) {
    Span span() {
      Span from = key.span();
      Span to = value.span();
      return new Span(
          from.file(), from.startLine(), from.startColumn(), to.endLine(), to.endColumn());
    }
  }

  /// How a scalar is written.
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /// Whether nothing is written here, or one of YAML's words for nothing.
  default boolean isEmpty() {
    return this instanceof Scalar(var text, var style, _)
        && style == Style.PLAIN
        && NOTHING.contains(text.value());
  }

  /// What it is, in the words of a message: `a list`, `the text ...`.
  default String described() {
    return switch (this) {
      case Mapping _ -> "keys with values";
      case Sequence _ -> "a list";
      case Scalar _ when isEmpty() -> "nothing";
      case Refused _ -> "something else";
      case Scalar(var text, _, _) -> Quoted.of(text.value());
    };
  }

  List<String> NOTHING = List.of("", "~", "null", "Null", "NULL");
}
