package callflow.simulator.scenario;

import callflow.engine.call.VoiceSetup;
import callflow.simulator.drive.ModelAct;
import callflow.syntax.ScenarioFile.StepDecl;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The model's part of a turn, as a scenario writes it.
public final class ModelScript {
  private ModelScript() {}

  /// What it says, fills in, calls and chooses, in this order.
  public static List<ModelAct> acts(StepDecl.Model model) {
    var acts = new ArrayList<ModelAct>();
    model.says().ifPresent(words -> acts.add(new ModelAct.Speak(words.value())));
    if (!model.fill().isEmpty()) {
      var values = new LinkedHashMap<String, Value>();
      model.fill().forEach(filled -> values.put(filled.variable().value(), filled.value()));
      acts.add(new ModelAct.Request(VoiceSetup.RECORD, new Value.Fields(values)));
    }
    for (var asked : model.calls()) {
      acts.add(new ModelAct.Request(asked.tool().value(), asked.arguments()));
    }
    model
        .choose()
        .map(move -> Value.Fields.of("move", new Value.Text(move.value())))
        .ifPresent(move -> acts.add(new ModelAct.Request(VoiceSetup.CHOOSE, move)));
    return acts;
  }
}
