package callflow.check;

import callflow.source.Located;
import callflow.syntax.FlowFile;
import callflow.syntax.Localized;
import callflow.syntax.RepairDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something the model reads, which may be written for each language.
///
/// @param where names the place for messages, as in "`prompt` of state `menu`"
record Guidance(Localized<?> written, String where) {

  static List<Guidance> of(FlowFile flow) {
    var all = new ArrayList<Guidance>();
    add(all, flow.persona(), "`persona`");
    for (ToolDecl tool : flow.tools()) {
      String whose = " of tool `" + tool.name().value() + "`";
      add(all, tool.tell(), "`tell`" + whose);
      wishes(all, tool.caller(), tool.examples(), whose);
    }
    for (var entry : flow.anywhere()) {
      wishes(all, entry.caller(), entry.examples(), " of an entry of `anywhere`");
    }
    repair(all, flow.repair(), "");
    for (StateDecl state : flow.states()) {
      String whose = " of state `" + state.name().value() + "`";
      add(all, state.prompt(), "`prompt`" + whose);
      repair(all, state.repair(), whose);
      for (var choice : state.choices()) {
        String its = " of choice `" + choice.name().value() + "`" + whose;
        wishes(all, choice.caller(), choice.examples(), its);
      }
    }
    return all;
  }

  private static void repair(List<Guidance> all, RepairDecl repair, String whose) {
    for (RepairDecl.Entry entry : repair.entries()) {
      String its = " of `" + entry.move().value().word() + "` under `repair`" + whose;
      add(all, entry.caller(), "`caller`" + its);
      add(all, entry.examples(), "`examples`" + its);
    }
  }

  private static void wishes(
      List<Guidance> all,
      Optional<Localized<Located<String>>> caller,
      Localized<List<Located<String>>> examples,
      String whose) {
    add(all, caller, "`caller`" + whose);
    all.add(new Guidance(examples, "`examples`" + whose));
  }

  private static <T> void add(List<Guidance> all, Optional<Localized<T>> written, String where) {
    written.ifPresent(text -> all.add(new Guidance(text, where)));
  }
}
