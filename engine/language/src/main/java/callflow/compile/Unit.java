package callflow.compile;

import callflow.check.Callee;
import callflow.diagnostic.Diagnostic;
import callflow.source.SourceFile;
import callflow.syntax.FlowFile;
import callflow.value.FlowName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A flow that was read and checked, with the flows it calls.
///
/// @param asCallee empty when nobody calls it
/// @param findings those about the flows it calls included
record Unit(
    SourceFile source,
    Optional<FlowFile> flow,
    List<Diagnostic> findings,
    Map<FlowName, Unit> callees,
    Optional<Callee> asCallee) {
  Unit {
    findings = List.copyOf(findings);
    callees = Map.copyOf(callees);
  }

  boolean failed() {
    return findings.stream().anyMatch(Diagnostic::isError);
  }

  static Map<FlowName, Callee> known(Map<FlowName, Unit> units) {
    var known = new HashMap<FlowName, Callee>();
    units.forEach((name, unit) -> unit.asCallee().ifPresent(callee -> known.put(name, callee)));
    return known;
  }

  /// How many states there are with those of the flows it calls put in.
  int states() {
    if (flow.isEmpty()) return 0;
    long sum = flow.get().states().size();
    for (var state : flow.get().states()) {
      var callee = state.call().map(call -> callees.get(call.flow().value()));
      if (callee.isPresent()) sum += callee.get().states() + 1L;
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }
}
