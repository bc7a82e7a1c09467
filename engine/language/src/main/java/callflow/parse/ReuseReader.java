package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ReuseDecl;
import callflow.syntax.VariableDecl;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a flow shares with other files: its parts, its inputs and its outputs.
final class ReuseReader {
  static final String INPUTS = "`inputs:` and below it `account: { type: digits, length: 8 }`";

  private ReuseReader() {}

  static ReuseDecl read(MapReader map, List<Located<String>> parts, List<VariableDecl> inputs) {
    map.ignore(List.of(Inclusion.KEY));
    return new ReuseDecl(
        parts,
        inputs.stream().map(VariableDecl::name).toList(),
        map.take("outputs").map(ReuseReader::outputs).orElse(List.of()));
  }

  /// An input is a variable like others, which is there already when the flow begins.
  static List<VariableDecl> variables(
      List<VariableDecl> inputs, List<VariableDecl> variables, Findings findings) {
    var all = new ArrayList<>(inputs);
    for (VariableDecl variable : variables) {
      Optional<VariableDecl> input =
          inputs.stream()
              .filter(one -> one.name().value().equals(variable.name().value()))
              .findFirst();
      if (input.isEmpty()) {
        all.add(variable);
      } else {
        findings.add(
            Diagnostic.of(
                    Rule.DECLARED_TWICE,
                    variable.name().span(),
                    Quoted.of(variable.name().value().value())
                        + " stands under `variables`, and under `inputs` too")
                .withHint("take it out here: an input is a variable already")
                .withRelated(input.get().name().span(), "the other one"));
      }
    }
    return List.copyOf(all);
  }

  private static List<Located<VariableName>> outputs(Slot slot) {
    return ActionReader.variables(slot);
  }
}
