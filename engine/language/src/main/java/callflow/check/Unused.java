package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a flow declares it also uses.
record Unused() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var tools = ToolUse.of(context.flow()).stream().map(ToolUse::name).collect(Collectors.toSet());
    context.flow().afterCall().forEach(tool -> tools.add(tool.value()));
    for (var tool : context.flow().tools()) {
      if (tools.contains(tool.name().value())) continue;
      findings.add(
          Rule.TOOL_NEVER_USED,
          tool.name().span(),
          "no state uses the tool `" + tool.name().value() + "`",
          "name it under `tools:`, `before:` or `run:` of a state, or take it out");
    }
    var variables = mentioned(context);
    for (var variable : context.flow().variables()) {
      if (variables.contains(variable.name().value().value())) continue;
      findings.add(
          Rule.VARIABLE_NEVER_USED,
          variable.name().span(),
          "nothing fills or reads the variable `" + variable.name().value() + "`",
          "collect or use it, or take it out");
    }
  }

  private static Set<String> mentioned(Context context) {
    var flow = context.flow();
    var names = new HashSet<String>();
    context.texts().forEach(text -> text.template().holes().forEach(hole -> read(names, hole)));
    Condition.of(flow).forEach(condition -> read(names, condition.expression()));
    for (var tool : flow.tools()) {
      for (var save : tool.save()) {
        names.add(save.variable().value().value());
        read(names, save.value());
      }
    }
    for (var state : flow.states()) {
      state
          .call()
          .ifPresent(
              call -> call.save().forEach(kept -> names.add(kept.variable().value().value())));
      state.collect().forEach(collect -> names.add(collect.variable().value().value()));
      names.addAll(Context.texts(state.clear().stream().map(it -> it.value()).toList()));
      names.addAll(Context.texts(state.set().stream().map(it -> it.variable().value()).toList()));
    }
    flow.reuse().outputs().forEach(output -> names.add(output.value().value()));
    for (Deed deed : context.deeds()) {
      var set = deed.action().set();
      names.addAll(Context.texts(set.stream().map(it -> it.variable().value()).toList()));
    }
    return names;
  }

  private static void read(Set<String> names, Expression expression) {
    List<Expression.Name> roots = Roots.of(expression);
    roots.forEach(root -> names.add(root.name()));
  }
}
