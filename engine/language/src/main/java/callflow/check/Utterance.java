package callflow.check;

import callflow.syntax.CheckDecl;
import callflow.syntax.CollectDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.VariableDecl;
import callflow.syntax.WordingDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something a flow has spoken word for word.
///
/// @param where names the place for messages, as in "`say` of state `menu`"
record Utterance(WordingDecl wording, String where) {

  static List<Utterance> of(FlowFile flow) {
    var all = new ArrayList<Utterance>();
    for (VariableDecl variable : flow.variables()) {
      String where = "`otherwise` of variable `" + variable.name().value() + "`";
      add(all, variable.check().map(CheckDecl::otherwise), where);
    }
    for (ToolDecl tool : flow.tools()) {
      String whose = " of tool `" + tool.name().value() + "`";
      add(all, tool.confirm(), "`confirm`" + whose);
      add(all, tool.filler(), "`filler`" + whose);
    }
    for (StateDecl state : flow.states()) {
      String whose = " of state `" + state.name().value() + "`";
      add(all, state.say(), "`say`" + whose);
      for (CollectDecl collect : state.collect()) {
        add(all, collect.ask(), "`ask` for `" + collect.variable().value() + "`" + whose);
      }
    }
    for (Deed deed : Deed.of(flow)) add(all, deed.action().say(), "`say` of " + deed.doer());
    return all;
  }

  private static void add(List<Utterance> all, Optional<WordingDecl> wording, String where) {
    wording.ifPresent(words -> all.add(new Utterance(words, where)));
  }
}
