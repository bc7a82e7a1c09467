package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.VariableDecl;
import callflow.value.StateName;
import java.util.Set;

/// No name of a flow is one the engine, or the language of conditions, uses itself.
record ReservedNames() implements FlowRule {
  private static final Set<String> OF_TOOLS = Set.of("record", "choose", Events.ANY_TOOL);

  /// Facts of the call, and words of conditions.
  private static final Set<String> OF_VARIABLES =
      Set.of(
          "visits",
          "today",
          "now",
          "call",
          "state",
          "result",
          "summary",
          "returned",
          "true",
          "false",
          "and",
          "or",
          "not",
          "null",
          "empty",
          "size",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "div",
          "mod",
          "if",
          "else",
          "for",
          "while",
          "do",
          "new",
          "var",
          "let",
          "const",
          "return",
          "function",
          "instanceof",
          "break",
          "continue",
          "throw",
          "try",
          "catch",
          "finally",
          "switch",
          "case",
          "default");

  @Override
  public void check(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      if (!OF_TOOLS.contains(tool.name().value().value())) continue;
      findings.add(
          Rule.RESERVED_NAME,
          tool.name().span(),
          "a tool can't be called `" + tool.name().value() + "`: the engine uses that name itself",
          "give it a name that says what it does, such as `find_customer`");
    }
    for (StateDecl state : context.flow().states()) {
      String name = state.name().value().value();
      boolean resumes = state.name().value().equals(StateName.RESUME);
      if (!resumes && !name.equals(Shared.RETURNED)) continue;
      findings.add(
          Rule.RESERVED_NAME,
          state.name().span(),
          resumes
              ? "a state can't be called `resume`: the word leads back from a detour"
              : "a state can't be called `returned`: transcripts name the way back from a sub-flow"
                  + " so",
          "give it a name that says what happens there");
    }
    for (VariableDecl variable : context.flow().variables()) {
      String name = variable.name().value().value();
      if (!OF_VARIABLES.contains(name)) continue;
      findings.add(
          Rule.RESERVED_NAME,
          variable.name().span(),
          "a variable can't be called `" + name + "`: in conditions the word means something else",
          "add a word, as in `customer_" + name + "`");
    }
  }
}
