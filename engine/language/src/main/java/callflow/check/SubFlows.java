package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.CallDecl;
import callflow.syntax.CallDecl.Kept;
import callflow.syntax.StateDecl;
import callflow.value.VariableName;
import java.util.List;

/// What is handed to a sub-flow and taken from it is what that flow declares; it comes back.
record SubFlows() implements FlowRule {
  @Override
  public void check(Context context, Findings findings) {
    for (Located<VariableName> output : context.flow().reuse().outputs()) {
      declared(context, findings, output);
    }
    for (StateDecl state : context.flow().states()) {
      if (state.call().isEmpty()) continue;
      CallDecl call = state.call().get();
      context
          .callee(state)
          .filter(Callee::whole)
          .ifPresent(callee -> {
            check(findings, call, callee);
            languages(findings, context, call, callee);
          });
    }
  }

  private static void declared(Context context, Findings findings, Located<VariableName> output) {
    if (context.knows(context.variables(), output.value())) return;
    findings.unknown(
        Rule.UNKNOWN_VARIABLE,
        output.span(),
        output.value().value(),
        "`outputs` names " + Words.quoted(output.value()) + ", but there is no such variable",
        "variables",
        Context.names(context.variables()),
        "declare it under `variables:`");
  }

  private static void check(Findings findings, CallDecl call, Callee callee) {
    String flow = Words.quoted(call.flow().value());
    boolean misspelt = false;
    for (SetDecl given : call.with()) {
      if (callee.inputs().contains(given.variable().value().value())) continue;
      misspelt = true;
      unknown(findings, Rule.UNKNOWN_INPUT, given.variable(), flow, "input", callee.inputs());
    }
    for (Kept kept : call.save()) {
      if (callee.outputs().contains(kept.output().value().value())) continue;
      unknown(findings, Rule.UNKNOWN_OUTPUT, kept.output(), flow, "output", callee.outputs());
    }
    if (!misspelt) missing(findings, call, callee, flow);
    if (callee.outcomes().isEmpty()) {
      findings.add(
          Rule.NEVER_RETURNS,
          call.flow().span(),
          "the flow " + flow + " never comes back: none of its states has a `return`",
          "end it there with `return: WORD` where it now hangs up, or go to a state instead");
    }
  }

  private static void unknown(
      Findings findings,
      Rule rule,
      Located<VariableName> name,
      String flow,
      String kind,
      List<String> declared) {
    findings.unknown(
        rule,
        name.span(),
        name.value().value(),
        "the flow " + flow + " has no " + kind + " " + Words.quoted(name.value()),
        kind + "s",
        declared,
        "declare it in that flow under `" + kind + "s:`");
  }

  /// A call goes on in its language, whichever of the two flows it is in.
  private static void languages(Findings findings, Context context, CallDecl call, Callee callee) {
    List<String> here = Callee.languages(context.flow());
    List<String> there = Callee.languages(callee.flow());
    if (here.size() < 2 && there.size() < 2) return;
    List<String> lacking = here.stream().filter(tag -> !there.contains(tag)).toList();
    List<String> extra = there.stream().filter(tag -> !here.contains(tag)).toList();
    if (lacking.isEmpty() && extra.isEmpty()) return;
    String flow = Words.quoted(call.flow().value());
    findings.add(
        Rule.MISSING_LANGUAGE,
        call.flow().span(),
        lacking.isEmpty()
            ? "this flow doesn't speak " + Words.all(extra) + ", which the flow " + flow + " does"
            : "the flow " + flow + " doesn't speak " + Words.all(lacking) + ", which this one does",
        "let both flows have the same `languages:`");
  }

  private static void missing(Findings findings, CallDecl call, Callee callee, String flow) {
    List<String> given =
        Context.texts(call.with().stream().map(one -> one.variable().value()).toList());
    List<String> open = callee.needed().stream().filter(input -> !given.contains(input)).toList();
    if (open.isEmpty()) return;
    var finding =
        Diagnostic.of(
                Rule.MISSING_INPUT,
                call.flow().span(),
                "the flow " + flow + " needs " + Words.all(open) + ", and nothing hands it over")
            .withHint("under `with:` write `" + open.getFirst() + ": \"${VARIABLE}\"`");
    findings.add(
        callee.flow().reuse().inputs().stream()
            .filter(input -> open.contains(input.value().value()))
            .findFirst()
            .map(input -> finding.withRelated(input.span(), "where it is declared"))
            .orElse(finding));
  }
}
