package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.engine.call.Taken;
import callflow.parse.FlowParser;
import callflow.simulator.scenario.ScenarioRunner;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.value.StateName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which states of a flow no scenario of it ever comes to.
final class Coverage {
  /// Of more states only the number is told.
  private static final int MAX_NAMES = 5;

  private Coverage() {}

  /// A note when there are any; nothing is said of a flow that has no scenarios.
  ///
  /// @param scenarios all of this flow, which can be played
  static Optional<Diagnostic> of(SourceFile flow, List<Project.Scenario> scenarios) {
    if (scenarios.isEmpty()) return Optional.empty();
    var entered = entered(scenarios);
    var missing =
        FlowParser.parse(flow).value().stream()
            .flatMap(file -> file.states().stream())
            .map(state -> state.name())
            .filter(state -> !entered.contains(state.value()))
            .toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(finding(missing));
  }

  private static Set<StateName> entered(List<Project.Scenario> scenarios) {
    var entered = new HashSet<StateName>();
    for (var each : scenarios) {
      var runner = new ScenarioRunner(each.program(), each.flow().connectors());
      runner.run(each.file()).transcript().taken(Taken.Entered.class).stream()
          .map(Taken.Entered::state)
          .forEach(entered::add);
    }
    return entered;
  }

  private static Diagnostic finding(List<Located<StateName>> missing) {
    String names =
        missing.stream()
            .limit(MAX_NAMES)
            .map(state -> "`" + state.value() + "`")
            .collect(Collectors.joining(", "));
    int more = missing.size() - MAX_NAMES;
    return Diagnostic.of(
            Rule.STATE_NEVER_TESTED,
            missing.getFirst().span(),
            "no scenario of this flow comes to "
                + names
                + (more > 0 ? " and " + more + " more" : ""))
        .withHint("write a scenario that gets there and expects what is said");
  }
}
