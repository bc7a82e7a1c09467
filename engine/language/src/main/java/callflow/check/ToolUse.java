package callflow.check;

import callflow.source.Located;
import callflow.syntax.FlowFile;
import callflow.syntax.StateDecl;
import callflow.value.ToolName;
import java.util.ArrayList;
import java.util.List;

/// One mention of a tool by a state.
record ToolUse(Located<ToolName> tool, StateDecl state, How how) {

  /// Who calls the tool, and when.
  enum How {
    /// The state, before it speaks.
    BEFORE("runs"),
    /// The model, while it talks.
    OFFERED("offers"),
    /// The state, when the conversation is done.
    RUN("runs");

    private final String verb;

    How(String verb) {
      this.verb = verb;
    }
  }

  static List<ToolUse> of(FlowFile flow) {
    return flow.states().stream().flatMap(state -> of(state).stream()).toList();
  }

  static List<ToolUse> of(StateDecl state) {
    var uses = new ArrayList<ToolUse>();
    state.before().forEach(tool -> uses.add(new ToolUse(tool, state, How.BEFORE)));
    state.tools().forEach(tool -> uses.add(new ToolUse(tool, state, How.OFFERED)));
    state.run().forEach(tool -> uses.add(new ToolUse(tool, state, How.RUN)));
    return uses;
  }

  ToolName name() {
    return tool.value();
  }

  /// Whether the flow calls it by itself, so that it must bring all arguments.
  boolean byTheFlow() {
    return how != How.OFFERED;
  }

  /// As in "state `menu` offers `get_balance`".
  String phrase() {
    return "state `" + state.name().value() + "` " + how.verb + " `" + name() + "`";
  }
}
