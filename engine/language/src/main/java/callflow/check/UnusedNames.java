package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.source.Span;
import callflow.value.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Transfers and opening hours that a flow declares are used in it; parts of flows may hold more
/// than each flow needs.
record UnusedNames() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    Set<String> transfers =
        flow.states().stream()
            .flatMap(state -> state.transfer().stream())
            .map(transfer -> transfer.value().value())
            .collect(Collectors.toSet());
    for (var transfer : flow.transfers()) {
      boolean used = transfers.contains(transfer.name().value().value());
      if (used || isIncluded(context, transfer.name().span())) continue;
      findings.add(
          Rule.TRANSFER_NEVER_USED,
          transfer.name().span(),
          "no state transfers to `" + transfer.name().value() + "`",
          "use it in a state: `transfer: " + transfer.name().value() + "`, or take it out");
    }
    var schedules = schedules(context);
    for (var schedule : flow.schedules()) {
      boolean used = schedules.contains(schedule.name().value().value());
      if (used || isIncluded(context, schedule.name().span())) continue;
      findings.add(
          Rule.SCHEDULE_NEVER_USED,
          schedule.name().span(),
          "nothing asks for the opening hours `" + schedule.name().value() + "`",
          "use them: `hours: "
              + schedule.name().value()
              + "` of a transfer, or `open('"
              + schedule.name().value()
              + "')`; or take them out");
    }
  }

  private static boolean isIncluded(Context context, Span place) {
    return !place.file().equals(context.flow().name().span().file());
  }

  /// Names of schedules, and every other text of an expression, which can only be too many.
  private static Set<String> schedules(Context context) {
    var names = new HashSet<String>();
    var flow = context.flow();
    flow.transfers().forEach(it -> it.hours().ifPresent(hours -> names.add(hours.value().value())));
    Condition.of(flow).forEach(condition -> collect(names, condition.expression()));
    for (Text text : Text.of(flow)) text.template().holes().forEach(hole -> collect(names, hole));
    return names;
  }

  private static void collect(Set<String> names, Expression of) {
    switch (of) {
      case Expression.Literal(var value, _) when value instanceof Value.Text(var text) ->
          names.add(text);
      case Expression.Literal _, Expression.Name _ -> {}
      case Expression.Path(var inner, _, _) -> collect(names, inner);
      case Expression.Not(var operand, _) -> collect(names, operand);
      case Expression.All(var operands, _) -> operands.forEach(it -> collect(names, it));
      case Expression.Any(var operands, _) -> operands.forEach(it -> collect(names, it));
      case Expression.Compare(_, var left, var right, _) -> both(names, left, right);
      case Expression.Arithmetic(_, var left, var right, _) -> both(names, left, right);
      case Expression.Negate(var operand, _) -> collect(names, operand);
      case Expression.Choose(var condition, var then, var otherwise, _) -> {
        collect(names, condition);
        both(names, then, otherwise);
      }
      case Expression.Matches(var text, _, _) -> collect(names, text);
      case Expression.Call(_, var arguments, _) -> arguments.forEach(it -> collect(names, it));
    }
  }

  private static void both(Set<String> names, Expression one, Expression other) {
    collect(names, one);
    collect(names, other);
  }
}
