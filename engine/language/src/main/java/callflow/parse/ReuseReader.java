package callflow.parse;

import callflow.source.Located;
import callflow.syntax.ReuseDecl;
import callflow.value.VariableName;
import java.util.List;

/// What a flow shares with other files.
final class ReuseReader {
  private ReuseReader() {}

  static ReuseDecl read(
      MapReader map, List<Located<String>> parts, List<Located<VariableName>> inputs) {
    map.ignore(List.of(Inclusion.KEY));
    return new ReuseDecl(parts, inputs, List.of(), List.of());
  }
}
