package callflow.engine.call;

import callflow.program.VoiceSettings;
import callflow.value.ChoiceName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.VariableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The whole voice session as one state wants it: what the model knows and what it may ask for.
///
/// The model fills values in by the reserved tool `record` and asks for moves by `choose`; every
/// other tool it sees is one of the flow's own.
///
/// @param guidance the state's `prompt`, filled in, and what the flow's tools brought for the
///   model; empty when there is neither
/// @param collecting values this state asks for, in order
/// @param volunteered values a later state will ask for, which may be taken now if the caller
///   offers them
public record VoiceSetup(
    String persona,
    String guidance,
    Mode mode,
    List<Fillable> collecting,
    List<Fillable> volunteered,
    List<Offer> moves,
    SequencedMap<ToolName, OfferedTool> tools,
    VoiceSettings voice) {

  public static final ToolName RECORD = new ToolName("record");
  public static final ToolName CHOOSE = new ToolName("choose");

  /// Why `record` did not take a value that a rule of the flow objects to.
  public static final String TOLD = "is not taken, and the caller has just been told why";

  public VoiceSetup {
    collecting = List.copyOf(collecting);
    volunteered = List.copyOf(volunteered);
    moves = List.copyOf(moves);
    tools = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tools));
  }

  /// Who has the floor.
  public enum Mode {
    /// The model talks with the caller.
    CONVERSATION,
    /// The engine has asked for a yes or a no and hears the answer itself; the model keeps still,
    /// but for moves.
    CONFIRMATION
  }

  /// A value the model may fill in.
  ///
  /// @param asked whether the engine asks for it word for word, so that the model must not
  public record Fillable(VariableName variable, Type type, String description, boolean asked) {}

  /// A move the model may ask for.
  public record Offer(ChoiceName name, String description, List<String> examples) {
    public Offer {
      examples = List.copyOf(examples);
    }
  }

  /// A tool of the flow the model may call, with the arguments left to it.
  public record OfferedTool(
      ToolName name,
      String description,
      String caller,
      List<String> examples,
      Type.Struct arguments) {
    public OfferedTool {
      examples = List.copyOf(examples);
    }
  }
}
