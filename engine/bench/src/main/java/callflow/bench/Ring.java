package callflow.bench;

import callflow.compile.FlowCompiler;
import callflow.diagnostic.Checked;
import callflow.program.Program;
import callflow.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// A flow of a wanted size, in which keys lead round and round: every state has two or three
/// transitions by key, each behind a guard written as text.
///
/// @param states how many there are; twelve of them have thirty transitions
record Ring(int states) {
  static final Ring SMALL = new Ring(12);

  /// What a key leads to: from state `from`, when the guard holds.
  record Transition(int from, char key, String guard, int to) {}

  private static final String[] GUARDS = {
    "tier == 'gold' and score >= 10", "tier != 'silver'", "score < 1000 or tier == 'lead'"
  };

  List<Transition> transitions() {
    var all = new ArrayList<Transition>();
    for (int state = 0; state < states; state++) {
      for (int way = 0; way < 2 + (state + 1) % 2; way++) {
        int to = (state + 1 + way * 4) % states;
        all.add(new Transition(state, (char) ('1' + way), GUARDS[way], to));
      }
    }
    return all;
  }

  /// The flow as an analyst would write it.
  String text() {
    var text =
        new StringBuilder(
            """
            flow: ring
            start: s0
            variables:
              tier: { type: text, initial: gold }
              score: { type: integer, initial: 12 }
            anywhere:
              - caller: wants to end the call
                dtmf: "0"
                goto: bye
            states:
              bye:
                say: Goodbye.
                hangup: done
            """);
    for (int state = 0; state < states; state++) {
      text.append("  s").append(state).append(":\n    prompt: Ask what is wanted.\n    choices:\n");
      for (var each : transitions()) {
        if (each.from() != state) continue;
        text.append("      way").append(each.key()).append(":\n        caller: wants way ");
        text.append(each.key()).append("\n        dtmf: \"").append(each.key());
        text.append("\"\n        if: ").append(each.guard());
        text.append("\n        goto: s").append(each.to()).append('\n');
      }
    }
    return text.toString();
  }

  Program program() {
    var source = new SourceFile("ring.flow.yaml", text());
    return switch (FlowCompiler.compile(source, NoTools.CATALOG)) {
      case Checked.Passed<Program>(var program, _) -> program;
      case Checked.Failed<Program>(var found) -> throw new IllegalStateException(found.toString());
    };
  }
}
