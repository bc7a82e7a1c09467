package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.simulator.drive.Cue;
import callflow.simulator.drive.ModelAct;
import callflow.simulator.drive.ModelDriver;
import callflow.simulator.drive.Scene;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Value;
import callflow.value.VariableName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plays the model without a model: records values, asks for moves and tools that the caller's
/// words fit, asks back when they fit several or none, and keeps still where the engine speaks.
///
/// Serves one call. The same words in the same session always come to the same acts.
public final class RehearsalModel implements ModelDriver {
  private static final String US = "US";

  /// Points a move needs beside values, or while the engine waits for a yes.
  private static final int STRONG = 60;

  private final Map<VariableName, Value> remembered = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();
  private Optional<Wanted> wanted = Optional.empty();
  private Optional<Explanation> explanation = Optional.empty();

  /// A tool the caller wants, of which an argument is still missing.
  private record Wanted(ToolName tool, Value.Fields given, String asked) {}

  /// Why it did what it did with the caller's last words; empty before any.
  public Optional<Explanation> explanation() {
    return explanation;
  }

  @Override
  public List<String> reasons(String words) {
    return explanation
        .filter(given -> given.words().equals(words))
        .map(Explanation::reasons)
        .orElse(List.of());
  }

  @Override
  public List<ModelAct> act(Scene scene, Cue cue) {
    return switch (cue) {
      case Cue.Invited _ -> speak(OwnWords.opening(scene));
      case Cue.Heard(var words) -> {
        reasons.clear();
        var acts = hear(scene, words);
        explanation = Optional.of(new Explanation(words, reasons));
        yield acts;
      }
      case Cue.Answered(var answers) -> speak(Answers.reply(scene, answers));
    };
  }

  private static List<ModelAct> speak(Optional<String> words) {
    return words.<ModelAct>map(ModelAct.Speak::new).stream().toList();
  }

  private List<ModelAct> hear(Scene scene, String words) {
    var sentence = Sentence.of(words);
    if (scene.setup().mode() == VoiceSetup.Mode.CONFIRMATION) {
      return switch (Match.of(Intent.of(scene.setup()), sentence, STRONG)) {
        case Match.One(var best) -> want(scene, words, sentence, best);
        case Match.Several _, Match.None _ -> corrected(scene, sentence);
      };
    }
    var claims = Claims.of(scene, sentence, values(scene, sentence), remembered);
    int enough = claims.all().isEmpty() ? Match.ENOUGH : STRONG;
    var match = Match.of(Intent.of(scene.setup()), claims.rest(), enough);
    var acts = new ArrayList<>(record(claims.all()));
    acts.addAll(
        switch (match) {
          case Match.One(var best) -> want(scene, words, sentence, best);
          case Match.Several(var tied) when acts.isEmpty() -> askBack(tied);
          case Match.None _ when acts.isEmpty() -> unmatched(scene, words, sentence, claims);
          case Match.Several _, Match.None _ -> List.of();
        });
    return acts;
  }

  /// While the engine waits for a yes, a value may still be put right: "no, the fifth".
  private List<ModelAct> corrected(Scene scene, Sentence sentence) {
    var anew = new Scene(scene.setup(), Set.of(), scene.now());
    var claims = Claims.of(anew, sentence, values(scene, sentence), remembered);
    return claims.all().isEmpty()
        ? because("the engine waits for a yes or a no")
        : record(claims.all());
  }

  private static Values values(Scene scene, Sentence sentence) {
    var locale = scene.setup().voice().locale();
    var today = LocalDate.ofInstant(scene.now(), ZoneOffset.UTC);
    return new Values(sentence, locale.getCountry().equals(US), today);
  }

  private List<ModelAct> because(String reason) {
    reasons.add(reason);
    return List.of();
  }

  private List<ModelAct> record(List<Claim> claims) {
    if (claims.isEmpty()) return List.of();
    var fields = new LinkedHashMap<String, Value>();
    for (var claim : claims) {
      fields.put(claim.variable().value(), claim.value());
      remembered.put(claim.variable(), claim.value());
      reasons.add(claim.why());
    }
    return List.of(new ModelAct.Request(VoiceSetup.RECORD, new Value.Fields(fields)));
  }

  private List<ModelAct> want(Scene scene, String words, Sentence sentence, Match.Scored best) {
    reasons.add(best.why());
    return switch (best.intent()) {
      case Intent.Move(var offer) -> {
        wanted = Optional.empty();
        var move = Value.Fields.of("move", new Value.Text(offer.name().value()));
        yield List.of(new ModelAct.Request(VoiceSetup.CHOOSE, move));
      }
      case Intent.Tool(var tool) -> call(scene, tool, words, sentence, Optional.empty());
    };
  }

  private List<ModelAct> call(
      Scene scene, OfferedTool tool, String words, Sentence sentence, Optional<Wanted> before) {
    var arguments =
        ToolArguments.of(
            tool.arguments(),
            words,
            sentence,
            values(scene, sentence),
            before.map(Wanted::given).orElse(Value.Fields.NONE),
            before.map(Wanted::asked));
    wanted =
        arguments
            .missing()
            .map(missing -> new Wanted(tool.name(), arguments.values(), missing.getKey()));
    return arguments
        .missing()
        .map(missing -> {
          reasons.add("`" + tool.name() + "` still needs `" + missing.getKey() + "`");
          var field = missing.getValue();
          return OwnWords.question(missing.getKey(), field.description(), field.type());
        })
        .<List<ModelAct>>map(question -> List.of(new ModelAct.Speak(question)))
        .orElseGet(() -> List.of(new ModelAct.Request(tool.name(), arguments.values())));
  }

  private List<ModelAct> askBack(List<Match.Scored> tied) {
    tied.forEach(candidate -> reasons.add("it may be the " + candidate.why()));
    return List.of(new ModelAct.Speak(OwnWords.didYouMean(tied)));
  }

  /// Nothing fits: an answer about a tool, free words for a text, or a question once more.
  private List<ModelAct> unmatched(Scene scene, String words, Sentence sentence, Claims claims) {
    var waiting =
        wanted.flatMap(open -> Optional.ofNullable(scene.setup().tools().get(open.tool())));
    if (waiting.isPresent()) return call(scene, waiting.get(), words, sentence, wanted);
    var missing = OwnWords.missing(scene);
    var text = missing.filter(fillable -> fillable.type() instanceof Type.Text);
    if (text.isPresent() && !sentence.isEmpty()) return record(List.of(free(text.get(), words)));
    return notUnderstood(scene, missing, claims.nearMiss());
  }

  private static Claim free(Fillable fillable, String words) {
    var value = new Value.Text(FreeText.of(words));
    String why = "`" + fillable.variable() + "` takes any words: “" + value + "”";
    return new Claim(fillable.variable(), value, new Found(value, 0, 0, false), why);
  }

  private List<ModelAct> notUnderstood(
      Scene scene, Optional<Fillable> missing, Optional<NearMiss> nearMiss) {
    reasons.add(nearMiss.map(NearMiss::reason).orElse("nothing here fits the words"));
    var judged = nearMiss.flatMap(RehearsalModel::submit);
    if (judged.isPresent()) return List.of(judged.get());
    if (missing.isPresent() && missing.get().asked()) return List.of();
    String sorry =
        nearMiss
            .map(miss -> "Sorry, that " + miss.why() + ". ")
            .orElse("Sorry, I did not understand that. ");
    var again = missing.map(OwnWords::question).or(() -> OwnWords.menu(scene.setup())).orElse("");
    return List.of(new ModelAct.Speak((sorry + again).strip()));
  }

  /// The engine says what is wrong with the value, so that the call's record has it.
  private static Optional<ModelAct> submit(NearMiss miss) {
    String name = miss.fillable().variable().value();
    return miss.value()
        .map(value -> new ModelAct.Request(VoiceSetup.RECORD, Value.Fields.of(name, value)));
  }
}
