package callflow.program;

import callflow.expression.Expression;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Set;

/// A promise about every possible call.
public sealed interface PolicyDef {
  String name();

  /// These tools are never called unless the expression holds; enforced during calls.
  record Never(String name, Set<ToolName> tools, Expression unless) implements PolicyDef {
    public Never {
      tools = Set.copyOf(tools);
    }
  }

  record Reach(String name, StateName state, int within) implements PolicyDef {}

  record EndsIn(String name, List<String> endings) implements PolicyDef {
    public EndsIn {
      endings = List.copyOf(endings);
    }
  }

  record NeverSpoken(String name, List<VariableName> variables) implements PolicyDef {
    public NeverSpoken {
      variables = List.copyOf(variables);
    }
  }
}
