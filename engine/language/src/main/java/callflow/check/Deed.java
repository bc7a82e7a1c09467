package callflow.check;

import callflow.syntax.ActionDecl;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.BranchDecl;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.HandlerDecl;
import callflow.syntax.RepairDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import java.util.ArrayList;
import java.util.List;

/// Something a flow does at some point, and who does it, in words for messages.
record Deed(String doer, ActionDecl action) {

  /// All of a flow, in the order of the file's parts.
  static List<Deed> of(FlowFile flow) {
    var deeds = new ArrayList<Deed>();
    silence(deeds, flow.defaults().silence(), "the silence ladder of `defaults`");
    ladder(deeds, flow.defaults().noMatch(), "the `no_match` ladder of `defaults`");
    handlers(deeds, flow.defaults().on(), "under `defaults`");
    for (AnywhereDecl entry : flow.anywhere()) {
      deeds.add(new Deed("an entry of `anywhere`", entry.action()));
    }
    repair(deeds, flow.repair(), "");
    for (StateDecl state : flow.states()) of(deeds, state);
    return deeds;
  }

  private static void of(List<Deed> deeds, StateDecl state) {
    String name = "state `" + state.name().value() + "`";
    for (ChoiceDecl choice : state.choices()) {
      deeds.add(new Deed("choice `" + choice.name().value() + "` of " + name, choice.action()));
    }
    for (BranchDecl branch : state.next()) deeds.add(new Deed(name, branch.action()));
    handlers(deeds, state.on(), "of " + name);
    repair(deeds, state.repair(), " of " + name);
    state.silence().ifPresent(ladder -> silence(deeds, ladder, "the silence ladder of " + name));
    state.noMatch().ifPresent(ladder -> ladder(deeds, ladder, "the `no_match` ladder of " + name));
  }

  private static void handlers(List<Deed> deeds, List<HandlerDecl> handlers, String whose) {
    for (HandlerDecl handler : handlers) {
      String doer = "the handler of `" + handler.event().value() + "` " + whose;
      deeds.add(new Deed(doer, handler.action()));
    }
  }

  private static void repair(List<Deed> deeds, RepairDecl repair, String whose) {
    for (RepairDecl.Entry entry : repair.entries()) {
      String doer = "`" + entry.move().value().word() + "` under `repair`" + whose;
      deeds.add(new Deed(doer, entry.action()));
    }
  }

  private static void ladder(List<Deed> deeds, List<ActionDecl> ladder, String doer) {
    for (ActionDecl step : ladder) deeds.add(new Deed(doer, step));
  }

  private static void silence(List<Deed> deeds, List<SilenceDecl> ladder, String doer) {
    for (SilenceDecl rung : ladder) deeds.add(new Deed(doer, rung.action()));
  }
}
