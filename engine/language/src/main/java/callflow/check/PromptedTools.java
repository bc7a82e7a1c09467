package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.syntax.Localized;
import callflow.syntax.StateDecl;
import callflow.value.ToolName;
import java.util.List;
import java.util.regex.Pattern;

/// A prompt tells the model of no tool that it may not call there.
record PromptedTools() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      for (Template prompt : state.prompt().map(Localized::all).orElse(List.of())) {
        context.tools().keySet().stream()
            .filter(tool -> speaksOf(prompt, tool) && !offers(state, tool))
            .forEach(tool -> add(findings, state, prompt, tool));
      }
    }
  }

  /// Names of one word may just as well be words of the sentence.
  private static boolean speaksOf(Template prompt, ToolName tool) {
    if (!tool.value().contains("_")) return false;
    var name = Pattern.compile("(?<!\\w)" + Pattern.quote(tool.value()) + "(?!\\w)");
    return name.matcher(SpokenLengths.words(prompt)).find();
  }

  private static boolean offers(StateDecl state, ToolName tool) {
    return ToolUse.of(state).stream().anyMatch(use -> use.name().equals(tool));
  }

  private static void add(Findings findings, StateDecl state, Template prompt, ToolName tool) {
    findings.add(
        Rule.TOOL_NOT_OFFERED,
        prompt.span(),
        "`prompt` of state `"
            + state.name().value()
            + "` speaks of the tool `"
            + tool
            + "`, which the model may not call there",
        "add it to the state's `tools:`, or take it out of the prompt");
  }
}
