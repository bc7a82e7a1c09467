package callflow.simulator.scenario;

import static callflow.simulator.scenario.Expectations.failed;
import static callflow.simulator.scenario.Expectations.quoted;

import callflow.engine.call.Taken;
import callflow.simulator.drive.Alike;
import callflow.simulator.drive.Shown;
import callflow.simulator.drive.SimulatedCall;
import callflow.source.Located;
import callflow.source.Span;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scenario expects of the call's record.
record RecordExpectations(SimulatedCall call, Optional<String> whereabouts) {

  List<Failure> milestones(List<Located<String>> wanted, Span span) {
    var words = wanted.stream().map(Located::value).toList();
    var reached = List.copyOf(call.state().milestones().keySet());
    if (reached.equals(words)) return List.of();
    return failed(
        span,
        "the call has reached " + quoted(words),
        "it has reached " + quoted(reached),
        whereabouts);
  }

  List<Failure> report(Value.Fields wanted, Span span) {
    var reports = call.transcript().taken(Taken.Reported.class);
    if (reports.isEmpty()) {
      String what = "the report of the call";
      return failed(span, what, "nothing is reported before the call is over", whereabouts);
    }
    var fields = reports.getLast().fields();
    return wanted.values().entrySet().stream()
        .flatMap(entry -> field(entry, fields, span).stream())
        .toList();
  }

  private static List<Failure> field(
      Map.Entry<String, Value> wanted, Value.Fields reported, Span span) {
    var actual = reported.get(wanted.getKey());
    if (actual.filter(value -> Alike.as(kind(value), wanted.getValue(), value)).isPresent()) {
      return List.of();
    }
    String name = "`" + wanted.getKey() + "` of the report";
    return failed(
        span,
        name + " is " + Shown.value(Types.ANY, wanted.getValue()),
        actual
            .map(value -> "it is " + Shown.value(Types.ANY, value))
            .orElse("it is left out, for it has no value"),
        Optional.empty());
  }

  /// A scenario writes numbers and dates as text.
  private static Type kind(Value value) {
    return switch (value) {
      case Value.Decimal _ -> Types.NUMBER;
      case Value.Date _ -> Types.DATE;
      case Value.Bool _ -> Types.BOOL;
      case Value.Text _, Value.Items _, Value.Fields _ -> Types.ANY;
    };
  }
}
