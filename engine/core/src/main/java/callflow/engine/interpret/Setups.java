package callflow.engine.interpret;

import callflow.engine.call.CallState.Stage;
import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.engine.call.VoiceSetup.Mode;
import callflow.engine.call.VoiceSetup.Offer;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.expression.Template;
import callflow.program.ByLanguage;
import callflow.program.Collect;
import callflow.program.Move;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The voice session a state wants, worked out from the call's state alone.
final class Setups {
  private Setups() {}

  static VoiceSetup of(Draft draft, StateDef state, Stage stage) {
    boolean conversing = stage instanceof Stage.Conversing;
    boolean correctable =
        stage instanceof Stage.Confirming asked && Consent.forModel(asked).isEmpty();
    return new VoiceSetup(
        draft.program.persona().map(text -> Spoken.guidance(draft, text)).orElse(""),
        conversing ? guidance(draft, state) : "",
        conversing ? Mode.CONVERSATION : Mode.CONFIRMATION,
        conversing || correctable ? collecting(draft, state) : List.of(),
        conversing ? volunteered(draft, state) : List.of(),
        moves(draft, state),
        conversing ? tools(draft, state) : new LinkedHashMap<>(),
        draft.voice());
  }

  private static String guidance(Draft draft, StateDef state) {
    String prompt = state.prompt().map(text -> Spoken.guidance(draft, text)).orElse("");
    return Telling.joined(prompt, Telling.beside(draft));
  }

  /// Whether what the state offers depends on values.
  static boolean varies(Program program, StateDef state) {
    return offersVary(program, state)
        || state.moves().stream().anyMatch(move -> move.guard().isPresent())
        || state.prompt().map(Setups::hasHoles).orElse(false);
  }

  private static boolean hasHoles(ByLanguage<Template> prompt) {
    return prompt.values().values().stream().anyMatch(text -> !text.holes().isEmpty());
  }

  /// Whether the tools on offer depend on values.
  static boolean offersVary(Program program, StateDef state) {
    return state.tools().stream().anyMatch(name -> program.tool(name).offeredWhen().isPresent());
  }

  private static List<Fillable> collecting(Draft draft, StateDef state) {
    return state.collect().stream()
        .filter(collect -> !draft.program.variable(collect.variable()).secret())
        .map(collect -> fillable(draft, collect.variable(), collect.ask().isPresent()))
        .toList();
  }

  private static List<Fillable> volunteered(Draft draft, StateDef state) {
    return draft.program.states().values().stream()
        .flatMap(other -> other.collect().stream())
        .map(Collect::variable)
        .distinct()
        .filter(variable -> !Collecting.collects(state, variable))
        .filter(variable -> Collecting.mayFill(draft, state, draft.program.variable(variable)))
        .map(variable -> fillable(draft, variable, false))
        .toList();
  }

  private static Fillable fillable(Draft draft, VariableName name, boolean asked) {
    var variable = draft.program.variable(name);
    return new Fillable(name, variable.type(), variable.description(), asked);
  }

  private static List<Offer> moves(Draft draft, StateDef state) {
    return Choosing.open(draft, state).stream().map(move -> offer(draft, move)).toList();
  }

  private static Offer offer(Draft draft, Move move) {
    return new Offer(
        move.name(), move.description().in(draft.language), move.examples().in(draft.language));
  }

  private static SequencedMap<ToolName, OfferedTool> tools(Draft draft, StateDef state) {
    var offered = new LinkedHashMap<ToolName, OfferedTool>();
    for (var name : state.tools()) {
      var tool = draft.program.tool(name);
      if (!ToolCalls.offered(draft, tool)) continue;
      offered.put(
          name,
          new OfferedTool(
              name,
              tool.description(),
              tool.caller().map(words -> words.in(draft.language)).orElse(""),
              tool.examples().in(draft.language),
              tool.open()));
    }
    return offered;
  }
}
