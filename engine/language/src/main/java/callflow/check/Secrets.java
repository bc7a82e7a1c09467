package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.TypeScope;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A secret value goes to connectors only: not into speech, not to the model, not into another
/// variable.
record Secrets() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (Text text : context.texts()) {
      if (text.role() == Text.Role.SPOKEN || text.role() == Text.Role.GUIDANCE) {
        shown(context, findings, text);
      }
      if (text.role() == Text.Role.HANDED_OVER || text.role() == Text.Role.ATTACHED) {
        handedOver(context, findings, text);
      }
    }
    context.flow().states().forEach(state -> copies(context, findings, state.set()));
    context.deeds().forEach(deed -> copies(context, findings, deed.action().set()));
    saves(context, findings);
    answers(context, findings);
    told(context, findings);
  }

  private static void shown(Context context, Findings findings, Text text) {
    for (Expression hole : text.template().holes()) {
      for (Expression.Name name : Roots.shown(hole)) {
        if (!secret(context, name.name())) continue;
        findings.add(
            Rule.SECRET_TO_MODEL,
            name.span(),
            text.where() + " shows `" + name.name() + "`, which is secret",
            "take it out; a secret value may only go to a connector, under a tool's `with:`");
      }
    }
  }

  private static void copies(Context context, Findings findings, List<SetDecl> sets) {
    for (SetDecl set : sets) {
      var target = set.variable().value();
      if (secret(context, target.value())) continue;
      for (Expression hole : set.value().holes()) {
        for (Expression.Name name : Roots.shown(hole)) {
          if (secret(context, name.name())) copied(findings, name, target);
        }
      }
    }
  }

  private static void saves(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      for (ToolDecl.SaveDecl save : tool.save()) {
        var target = save.variable().value();
        if (secret(context, target.value())) continue;
        for (Expression.Name name : Roots.shown(save.value())) {
          if (secret(context, name.name())) copied(findings, name, target);
        }
      }
    }
  }

  /// What goes along with a transfer is read or heard by the person who answers.
  private static void handedOver(Context context, Findings findings, Text text) {
    for (Expression hole : text.template().holes()) {
      for (Expression.Name name : Roots.shown(hole)) {
        if (!secret(context, name.name())) continue;
        findings.add(
            Rule.SECRET_TO_MODEL,
            name.span(),
            text.where() + " passes on `" + name.name() + "`, which is secret",
            "take it out; a secret value may only go to a connector, under a tool's `with:`");
      }
    }
  }

  private static void copied(Findings findings, Expression.Name name, VariableName target) {
    findings.add(
        Rule.SECRET_TO_MODEL,
        name.span(),
        "the secret `" + name.name() + "` is copied into `" + target + "`, which is not secret",
        "add `secret: true` to `" + target + "` under `variables:`");
  }

  /// The model reads what a tool it called answers, so no secret can come from there.
  private static void answers(Context context, Findings findings) {
    Set<ToolName> offered =
        context.flow().states().stream()
            .map(StateDecl::tools)
            .flatMap(List::stream)
            .map(tool -> tool.value())
            .collect(Collectors.toSet());
    for (ToolDecl tool : context.flow().tools()) {
      if (!offered.contains(tool.name().value())) continue;
      for (ToolDecl.SaveDecl save : tool.save()) {
        if (secret(context, save.variable().value().value())) answered(findings, tool, save);
      }
    }
  }

  private static void answered(Findings findings, ToolDecl tool, ToolDecl.SaveDecl save) {
    findings.add(
        Rule.SECRET_TO_MODEL,
        save.variable().span(),
        "tool `"
            + tool.name().value()
            + "` saves the secret `"
            + save.variable().value()
            + "`, but the model calls the tool and reads its answer",
        "let a state `run` the tool instead of offering it under `tools:`");
  }

  /// What a tool brings and the flow keeps as a secret must not be told on the way.
  private static void told(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      var kept =
          tool.save().stream()
              .map(save -> save.variable().value())
              .filter(variable -> secret(context, variable.value()))
              .findFirst();
      if (kept.isEmpty() || tool.tell().isEmpty()) continue;
      tool.tell().get().all().stream()
          .flatMap(tell -> tell.holes().stream())
          .flatMap(hole -> Roots.shown(hole).stream())
          .filter(name -> name.name().equals(TypeScope.RESULT))
          .forEach(name -> told(findings, tool, name, kept.get()));
    }
  }

  private static void told(
      Findings findings, ToolDecl tool, Expression.Name name, VariableName kept) {
    findings.add(
        Rule.SECRET_TO_MODEL,
        name.span(),
        "`tell` of tool `"
            + tool.name().value()
            + "` shows a part of `result`, from which the secret `"
            + kept
            + "` is saved",
        "save what the model may know in a variable of its own, and show that one");
  }

  private static boolean secret(Context context, String name) {
    return context.variable(new VariableName(name)).map(it -> it.secret()).orElse(false);
  }
}
