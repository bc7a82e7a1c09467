package callflow.voice;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.value.Type;
import callflow.voice.Brief.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Writes the brief for the model from what a state wants. The same setup always gives the same
/// words.
///
/// Who only sees the functions, as the other side of the wire does, can still tell all that was
/// offered: [BriefReading] gets the setup back.
public final class Briefing {
  /// The one argument of `choose`.
  static final String MOVE = "move";

  private static final String RECORD =
      "Writes down what the caller has said, one value or several at once, also when the caller"
          + " puts an earlier one right. Only what the caller really said; leave out the rest.";
  private static final String CHOOSE =
      "Asks for what the caller wants to happen. The answer says whether it will. The moves:";

  private Briefing() {}

  public static Brief of(VoiceSetup setup) {
    return new Brief(Instructions.of(setup), functions(setup));
  }

  private static List<Function> functions(VoiceSetup setup) {
    var functions = new ArrayList<Function>();
    if (!setup.collecting().isEmpty() || !setup.volunteered().isEmpty()) {
      functions.add(record(setup));
    }
    if (!setup.moves().isEmpty()) functions.add(choose(setup));
    setup.tools().values().forEach(tool -> functions.add(function(tool)));
    return functions;
  }

  private static Function record(VoiceSetup setup) {
    var fields = new LinkedHashMap<String, Type.Field>();
    for (var fillable : setup.collecting()) {
      fields.put(
          fillable.variable().value(),
          field(fillable, fillable.asked() ? Remark.ASKED : Remark.NONE));
    }
    for (var fillable : setup.volunteered()) {
      fields.put(fillable.variable().value(), field(fillable, Remark.VOLUNTEERED));
    }
    return new Function(VoiceSetup.RECORD, RECORD, new Type.Struct(fields));
  }

  private static Type.Field field(Fillable fillable, Remark remark) {
    String description = remark.behind(Phrases.line(fillable.description()));
    return new Type.Field(fillable.type(), false, false, description);
  }

  private static Function choose(VoiceSetup setup) {
    var names = setup.moves().stream().map(move -> move.name().value()).toList();
    var fields = new LinkedHashMap<String, Type.Field>();
    fields.put(MOVE, new Type.Field(new Type.Choice(names), true, false, "The move's name."));
    var lines = Stream.concat(Stream.of(CHOOSE), setup.moves().stream().map(Phrases::offer));
    return new Function(
        VoiceSetup.CHOOSE, String.join("\n", lines.toList()), new Type.Struct(fields));
  }

  private static Function function(OfferedTool tool) {
    return new Function(tool.name(), Phrases.tool(tool), tool.arguments());
  }
}
