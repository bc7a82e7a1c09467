package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Two names of one kind differ in more than a `_`.
record SimilarNames() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    var states = new HashMap<String, Span>();
    flow.states()
        .forEach(it -> take(findings, states, "states", it.name().value(), it.name().span()));
    var tools = new HashMap<String, Span>();
    flow.tools().forEach(it -> take(findings, tools, "tools", it.name().value(), it.name().span()));
    var variables = new HashMap<String, Span>();
    flow.variables()
        .forEach(it -> take(findings, variables, "variables", it.name().value(), it.name().span()));
  }

  private static void take(
      Findings findings, Map<String, Span> taken, String kind, Object name, Span span) {
    String letters = name.toString().replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    var first = taken.putIfAbsent(letters, span);
    if (first == null) return;
    findings.add(
        Diagnostic.of(
                Rule.SIMILAR_NAMES,
                span,
                "of two " + kind + " one is called `" + name + "`, the other nearly so")
            .withHint("give one of them a name that says what sets it apart")
            .withRelated(first, "the other one"));
  }
}
