package callflow.parse;

import callflow.source.Located;
import callflow.syntax.MarksDecl;
import callflow.syntax.RepairDecl;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import java.util.List;
import java.util.Optional;

/// One entry of `states:`.
final class StateReader {
  static final String EXAMPLE = "`states:` and below it `welcome:` with what happens there";

  private StateReader() {}

  static Optional<StateDecl> read(Keyed entry) {
    var name = entry.name(StateName::new);
    String owner = "the state `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`say:`, `prompt:` or another key of a state below it")
        .flatMap(map -> state(name, map));
  }

  private static Optional<StateDecl> state(Optional<Located<StateName>> name, MapReader map) {
    var clear = map.take("clear").map(ActionReader::variables).orElse(List.of());
    var set = map.take("set").map(ActionReader::sets).orElse(List.of());
    var before = map.take("before").map(StateReader::tools).orElse(List.of());
    var say = map.take("say").flatMap(WordingReader::wording);
    boolean bargeIn = map.flag("barge_in", true);
    var prompt = map.take("prompt").flatMap(WordingReader::guidance);
    var collect = map.take("collect").map(CollectReader::read).orElse(List.of());
    var choices = map.take("choices").map(ChoiceReader::choices).orElse(List.of());
    var tools = map.take("tools").map(StateReader::tools).orElse(List.of());
    var run = map.take("run").map(StateReader::tools).orElse(List.of());
    var next = map.take("next").map(ActionReader::next).orElse(List.of());
    var on = map.take("on").map(ActionReader::handlers).orElse(List.of());
    var silence = map.take("silence").flatMap(LadderReader::silence);
    var noMatch = map.take("no_match").flatMap(LadderReader::noMatch);
    boolean anywhere = map.flag("anywhere", true);
    var repair = map.take("repair").map(RepairReader::read).orElse(RepairDecl.NONE);
    var help = map.take("help").flatMap(WordingReader::wording);
    var transfer = map.take("transfer").flatMap(slot -> slot.reference(TransferName::new));
    var hangup = map.take("hangup").flatMap(StateReader::outcome);
    var call = map.take("call").flatMap(CallReader::read);
    var returns = map.take("return").flatMap(StateReader::outcome);
    var marks =
        new MarksDecl(
            map.take("milestone").flatMap(ActionReader::milestone),
            map.take("outcome").flatMap(StateReader::outcome));
    boolean pauseRecording = map.flag("pause_recording", false);
    map.close();
    return name.map(state ->
        new StateDecl(
            state,
            clear,
            set,
            before,
            say,
            bargeIn,
            prompt,
            collect,
            choices,
            tools,
            run,
            next,
            on,
            silence,
            noMatch,
            anywhere,
            repair,
            help,
            transfer,
            hangup,
            call,
            returns,
            marks,
            pauseRecording));
  }

  private static Optional<Located<String>> outcome(Slot slot) {
    return RecordWord.read(slot, "an outcome", "the outcome of a call");
  }

  static List<Located<ToolName>> tools(Slot slot) {
    return slot.oneOrMore().stream()
        .flatMap(item -> item.reference(ToolName::new).stream())
        .toList();
  }
}
