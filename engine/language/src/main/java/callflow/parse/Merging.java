package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.parse.Node.Entry;
import callflow.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Puts sections of one name together that stand in different files.
final class Merging {
  private final Findings findings;

  Merging(Findings findings) {
    this.findings = findings;
  }

  /// The entry with what another file adds to it.
  ///
  /// @param depth how many levels of names are put together; below them nothing may be there twice
  Entry join(Entry own, Entry added, int depth) {
    if (own.value() instanceof Node.Refused || added.value() instanceof Node.Refused) return own;
    if (own.value() instanceof Node.Sequence(var first, var span)
        && added.value() instanceof Node.Sequence(var more, _)
        && own.key().value().equals("anywhere")) {
      List<Node> items = Stream.concat(first.stream(), more.stream()).toList();
      return new Entry(own.key(), new Node.Sequence(items, span));
    }
    if (depth > 0
        && own.value() instanceof Node.Mapping first
        && added.value() instanceof Node.Mapping more) {
      return new Entry(own.key(), join(first, more, depth - 1));
    }
    twice(own, added);
    return own;
  }

  private Node.Mapping join(Node.Mapping first, Node.Mapping more, int depth) {
    var entries = new LinkedHashMap<String, Entry>();
    first.entries().forEach(entry -> entries.put(entry.key().value(), entry));
    for (Entry entry : more.entries()) {
      entries.merge(entry.key().value(), entry, (own, added) -> join(own, added, depth));
    }
    return new Node.Mapping(List.copyOf(entries.values()), first.span());
  }

  private void twice(Entry own, Entry added) {
    Span other = added.key().span();
    findings.add(
        Diagnostic.of(
                Rule.DECLARED_TWICE,
                own.key().span(),
                "`"
                    + Quoted.bare(own.key().value())
                    + "` stands here, and in the part `"
                    + other.file()
                    + "` too")
            .withHint(
                "take one of the two away, or rename one of them where they are different things")
            .withRelated(other, "the other one"));
  }
}
