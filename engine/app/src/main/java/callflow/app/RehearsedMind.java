package callflow.app;

import callflow.fakegrok.Mind;
import callflow.program.VoiceSettings;
import callflow.simulator.drive.Cue;
import callflow.simulator.drive.ModelAct;
import callflow.simulator.drive.ModelDriver;
import callflow.simulator.drive.Scene;
import callflow.simulator.rehearsal.RehearsalModel;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import callflow.value.VariableName;
import callflow.voice.Brief;
import callflow.voice.BriefReading;
import callflow.voice.Json;
import callflow.voice.SchemaReading;
import callflow.voice.ToolOutput;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets the rehearsal model think for the stand-in service: it sees what a real model would see on
/// the wire, and nothing else.
final class RehearsedMind implements Mind {
  private static final VoiceSettings VOICE = new VoiceSettings("", "auto", BigDecimal.ONE);

  /// How a dialect without verbatim speech asks for it.
  private static final Pattern WORD_FOR_WORD =
      Pattern.compile("(?s)word for word and nothing else: (?<text>.*)]");

  private final ModelDriver model = new RehearsalModel();
  private final InstantSource clock;
  private final Deque<List<ModelAct>> script = new ArrayDeque<>();
  private final Set<VariableName> known = new HashSet<>();
  private String brief = "";

  RehearsedMind(InstantSource clock) {
    this.clock = clock;
  }

  /// The next answer to words of the caller is exactly this.
  synchronized void answersNext(List<ModelAct> acts) {
    script.add(List.copyOf(acts));
  }

  @Override
  public synchronized List<Act> reply(Situation situation) {
    var setup = BriefReading.setup(briefOf(situation), VOICE);
    boolean elsewhere = !situation.instructions().equals(brief);
    if (elsewhere) known.clear();
    brief = situation.instructions();
    var cue = cue(situation.heard(), elsewhere);
    if (cue instanceof Cue.Invited(var note)) {
      var direction = WORD_FOR_WORD.matcher(note);
      if (direction.find()) return List.of(new Act.Speak(direction.group("text")));
    }
    var acts =
        cue instanceof Cue.Heard && !script.isEmpty()
            ? script.remove()
            : model.act(new Scene(setup, known, clock.instant()), cue);
    return acts.stream().map(RehearsedMind::act).toList();
  }

  private static Brief briefOf(Situation situation) {
    var functions =
        situation.functions().stream().flatMap(json -> SchemaReading.function(json).stream());
    return new Brief(situation.instructions(), functions.toList());
  }

  /// The caller's words count before everything else; results before remarks, unless the
  /// conversation is elsewhere by now.
  private Cue cue(List<Heard> heard, boolean elsewhere) {
    var words = new ArrayList<String>();
    var answers = new ArrayList<Cue.Answer>();
    var notes = new ArrayList<String>();
    for (var each : heard) {
      switch (each) {
        case Heard.Words(var text) -> words.add(text);
        case Heard.Note(var text) -> notes.add(text);
        case Heard.Output output -> answers.add(answer(output));
      }
    }
    if (!words.isEmpty()) return new Cue.Heard(String.join(" ", words));
    if (!answers.isEmpty() && !elsewhere) return new Cue.Answered(answers);
    return new Cue.Invited(String.join(" ", notes));
  }

  private Cue.Answer answer(Heard.Output output) {
    var result = ToolOutput.read(output.output());
    if (result instanceof ToolResult.Done(var fields)) {
      texts(fields, "recorded").forEach(name -> known.add(new VariableName(name)));
      texts(fields, "still_missing").forEach(name -> known.remove(new VariableName(name)));
    }
    return new Cue.Answer(
        new ToolName(output.name()),
        Json.object(output.arguments()).orElse(Value.Fields.NONE),
        result);
  }

  private static List<String> texts(Value.Fields fields, String name) {
    return fields.get(name).orElse(Value.Fields.NONE) instanceof Value.Items(var items)
        ? items.stream().map(Value::toString).toList()
        : List.of();
  }

  private static Act act(ModelAct act) {
    return switch (act) {
      case ModelAct.Speak(var words) -> new Act.Speak(words);
      case ModelAct.Request(var tool, var arguments) ->
          new Act.Call(tool.value(), Json.text(arguments));
    };
  }
}
