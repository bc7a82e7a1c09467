package callflow.check;

import callflow.syntax.CheckDecl;
import callflow.syntax.CollectDecl;
import callflow.syntax.ComplianceDecl.RecordingDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.RepairDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.TransferDecl;
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
    for (TransferDecl transfer : flow.transfers()) {
      String whose = " of transfer `" + transfer.name().value() + "`";
      var announce = transfer.queue().flatMap(TransferDecl.QueueDecl::announce);
      add(all, announce.map(TransferDecl.AnnounceDecl::say), "`announce`" + whose);
    }
    repair(all, flow.repair(), "");
    flow.compliance()
        .ifPresent(compliance -> {
          add(all, compliance.disclosure(), "`disclosure`");
          var announce = compliance.recording().flatMap(RecordingDecl::announce);
          add(all, announce, "`announce` of `recording`");
        });
    for (StateDecl state : flow.states()) {
      String whose = " of state `" + state.name().value() + "`";
      add(all, state.say(), "`say`" + whose);
      add(all, state.help(), "`help`" + whose);
      repair(all, state.repair(), whose);
      for (CollectDecl collect : state.collect()) {
        add(all, collect.ask(), "`ask` for `" + collect.variable().value() + "`" + whose);
        String confirm = "`confirm` of `" + collect.variable().value() + "`" + whose;
        add(all, collect.confirm().flatMap(CollectDecl.ConfirmDecl::question), confirm);
      }
    }
    for (Deed deed : Deed.of(flow)) add(all, deed.action().say(), "`say` of " + deed.doer());
    return all;
  }

  private static void repair(List<Utterance> all, RepairDecl repair, String whose) {
    for (RepairDecl.Entry entry : repair.entries()) {
      String where = "`confirm` of `" + entry.move().value().word() + "` under `repair`" + whose;
      add(all, entry.confirm(), where);
    }
  }

  private static void add(List<Utterance> all, Optional<WordingDecl> wording, String where) {
    wording.ifPresent(words -> all.add(new Utterance(words, where)));
  }
}
