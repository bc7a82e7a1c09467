package callflow.voice;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.engine.call.VoiceSetup.Mode;
import callflow.engine.call.VoiceSetup.Offer;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.program.VoiceSettings;
import callflow.value.ChoiceName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Gets a setup back from a brief as [Briefing] writes it: what a stand-in for the service needs to
/// play the model. Total: what was written by others is read as far as it can be.
public final class BriefReading {
  private BriefReading() {}

  /// The setup behind a brief. Persona and guidance come as one, as the brief's instructions; the
  /// voice, which a brief doesn't have, is the one given.
  public static VoiceSetup setup(Brief brief, VoiceSettings voice) {
    boolean silent = brief.instructions().contains(Instructions.SILENCE);
    return new VoiceSetup(
        "",
        brief.instructions(),
        silent ? Mode.CONFIRMATION : Mode.CONVERSATION,
        fillables(brief, false),
        fillables(brief, true),
        moves(brief),
        tools(brief),
        voice);
  }

  private static Optional<Brief.Function> function(Brief brief, ToolName name) {
    return brief.functions().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private static List<Fillable> fillables(Brief brief, boolean volunteered) {
    var fillables = new ArrayList<Fillable>();
    function(brief, VoiceSetup.RECORD)
        .ifPresent(record ->
            record
                .parameters()
                .fields()
                .forEach((name, field) -> {
                  var remark = Remark.of(field.description());
                  if (!name.isEmpty() && volunteered == (remark == Remark.VOLUNTEERED)) {
                    fillables.add(fillable(name, field, remark));
                  }
                }));
    return fillables;
  }

  private static Fillable fillable(String name, Type.Field field, Remark remark) {
    return new Fillable(
        new VariableName(name),
        field.type(),
        remark.before(field.description()),
        remark == Remark.ASKED);
  }

  /// Every move of the argument's type, described where the function's description does.
  private static List<Offer> moves(Brief brief) {
    var choose = function(brief, VoiceSetup.CHOOSE);
    var described = choose.map(BriefReading::offers).orElse(List.of());
    return choose
        .map(function -> function.parameters().fields().get(Briefing.MOVE))
        .filter(field -> field.type() instanceof Type.Choice)
        .map(field -> ((Type.Choice) field.type()).of())
        .orElse(List.of())
        .stream()
        .filter(name -> !name.isEmpty())
        .map(name -> offer(new ChoiceName(name), described))
        .toList();
  }

  private static List<Offer> offers(Brief.Function choose) {
    return choose.description().lines().flatMap(line -> Phrases.offer(line).stream()).toList();
  }

  private static Offer offer(ChoiceName name, List<Offer> described) {
    return described.stream()
        .filter(offer -> offer.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Offer(name, name.value(), List.of()));
  }

  private static SequencedMap<ToolName, OfferedTool> tools(Brief brief) {
    var tools = new LinkedHashMap<ToolName, OfferedTool>();
    for (var function : brief.functions()) {
      boolean ours =
          function.name().equals(VoiceSetup.RECORD) || function.name().equals(VoiceSetup.CHOOSE);
      if (!ours) tools.put(function.name(), Phrases.tool(function));
    }
    return tools;
  }
}
