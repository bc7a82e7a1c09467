package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.ToolDecl;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.OutcomeWords;
import java.util.ArrayList;
import java.util.List;

/// However a tool comes out, the flow says what happens then.
///
/// `timeout`, `denied` and the error codes fall back to `failed`; `unknown` and `declined` to
/// nothing. What a tool the model called was denied, the model hears, and a no is its to answer.
record ToolOutcomes() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (String outcome :
        List.of(OutcomeWords.FAILED, OutcomeWords.UNKNOWN, OutcomeWords.DECLINED)) {
      var handling = new Handling(context.flow());
      var open =
          ToolUse.of(context.flow()).stream()
              .filter(use -> possible(context, use).contains(outcome))
              .filter(use -> handling.find(use.state(), use.name(), outcome).isEmpty())
              .toList();
      if (!open.isEmpty()) findings.add(diagnostic(outcome, open));
    }
  }

  /// What may become of a tool in this use; empty when nothing is known of the tool.
  static List<String> possible(Context context, ToolUse use) {
    return context
        .tool(use.name())
        .flatMap(tool -> context.operation(use.name()).map(schema -> possible(use, tool, schema)))
        .orElse(List.of());
  }

  private static List<String> possible(ToolUse use, ToolDecl tool, OperationSchema operation) {
    var possible = new ArrayList<String>();
    possible.add(OutcomeWords.FAILED);
    boolean reads = Effects.effect(tool, operation) == Effect.READS;
    possible.add(reads ? OutcomeWords.TIMEOUT : OutcomeWords.UNKNOWN);
    if (!use.byTheFlow()) return possible;
    possible.add(OutcomeWords.DENIED);
    possible.addAll(operation.errorCodes().stream().sorted().toList());
    if (tool.confirm().isPresent()) possible.add(OutcomeWords.DECLINED);
    return possible;
  }

  private static Diagnostic diagnostic(String outcome, List<ToolUse> open) {
    var first = open.getFirst();
    var diagnostic =
        Diagnostic.of(
                Rule.UNHANDLED_TOOL_OUTCOME,
                first.tool().span(),
                first.phrase() + ", but nothing says what happens when " + meaning(outcome))
            .withHint(
                "under `defaults:` write `on: { tool."
                    + outcome
                    + ": STATE }`, or under the state `on: { "
                    + first.name()
                    + "."
                    + outcome
                    + ": STATE }`");
    for (ToolUse use : open.subList(1, open.size())) {
      diagnostic = diagnostic.withRelated(use.tool().span(), use.phrase() + " too");
    }
    return diagnostic;
  }

  private static String meaning(String outcome) {
    return switch (outcome) {
      case OutcomeWords.UNKNOWN -> "its answer is lost and it may or may not have happened";
      case OutcomeWords.DECLINED -> "the caller says no to its question";
      default -> "it fails";
    };
  }
}
