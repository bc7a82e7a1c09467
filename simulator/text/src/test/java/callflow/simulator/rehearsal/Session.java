package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.engine.call.VoiceSetup.Mode;
import callflow.engine.call.VoiceSetup.Offer;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.program.VoiceSettings;
import callflow.simulator.drive.Scene;
import callflow.value.ChoiceName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.VariableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A voice session for tests, built up piece by piece.
final class Session {
  private final List<Fillable> collecting = new ArrayList<>();
  private final List<Fillable> volunteered = new ArrayList<>();
  private final List<Offer> moves = new ArrayList<>();
  private final LinkedHashMap<ToolName, OfferedTool> tools = new LinkedHashMap<>();
  private final Set<VariableName> known = new LinkedHashSet<>();
  private String guidance = "";
  private Mode mode = Mode.CONVERSATION;

  Session collects(String name, Type type, String description) {
    collecting.add(new Fillable(new VariableName(name), type, description, false));
    return this;
  }

  Session asksItself(String name, Type type, String description) {
    collecting.add(new Fillable(new VariableName(name), type, description, true));
    return this;
  }

  Session takes(String name, Type type, String description) {
    volunteered.add(new Fillable(new VariableName(name), type, description, false));
    return this;
  }

  Session knows(String name) {
    known.add(new VariableName(name));
    return this;
  }

  Session offers(String name, String caller, String... examples) {
    moves.add(new Offer(new ChoiceName(name), caller, List.of(examples)));
    return this;
  }

  Session hasTool(String name, String caller, Type.Struct arguments, String... examples) {
    var tool = new ToolName(name);
    tools.put(tool, new OfferedTool(tool, "", caller, List.of(examples), arguments));
    return this;
  }

  Session guides(String text) {
    guidance = text;
    return this;
  }

  Session confirming() {
    mode = Mode.CONFIRMATION;
    return this;
  }

  Scene scene() {
    var voice = new VoiceSettings("ara", "auto", BigDecimal.ONE);
    var setup = new VoiceSetup("", guidance, mode, collecting, volunteered, moves, tools, voice);
    return new Scene(setup, known, Instant.parse("2026-01-05T10:00:00Z"));
  }
}
