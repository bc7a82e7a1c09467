package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup.Fillable;
import callflow.simulator.drive.Scene;
import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides which value of a sentence belongs to which variable.
///
/// The values the state still asks for come first, the most specific types before the others; then
/// corrections of what it has; then values the caller volunteers, if the sentence clearly says
/// which they are; free text last, out of what is left.
final class Claims {
  private static final Set<String> CORRECTS =
      Set.of(
          "no",
          "sorry",
          "actually",
          "wait",
          "meant",
          "mean",
          "correction",
          "wrong",
          "instead",
          "rather",
          "not");

  private final Scene scene;
  private final Sentence sentence;
  private final Values values;
  private final List<Claim> claims = new ArrayList<>();
  private Optional<NearMiss> nearMiss = Optional.empty();

  private Claims(Scene scene, Sentence sentence, Values values) {
    this.scene = scene;
    this.sentence = sentence;
    this.values = values;
  }

  /// Works through one sentence.
  ///
  /// @param remembered the values recorded so far, for small corrections such as "no, the fifth"
  static Claims of(
      Scene scene, Sentence sentence, Values values, Map<VariableName, Value> remembered) {
    var claims = new Claims(scene, sentence, values);
    claims.collect();
    claims.correct(remembered);
    claims.volunteer();
    return claims;
  }

  /// In the order in which the values were said.
  List<Claim> all() {
    return claims.stream().sorted(Comparator.comparingInt(claim -> claim.found().from())).toList();
  }

  /// The value of the right kind that could not be taken, when none was.
  Optional<NearMiss> nearMiss() {
    return claims.isEmpty() ? nearMiss : Optional.empty();
  }

  /// The words no value was taken from.
  Sentence rest() {
    var rest = new ArrayList<Word>();
    for (int at = 0; at < sentence.size(); at++) {
      int here = at;
      boolean taken =
          claims.stream().anyMatch(c -> c.found().from() <= here && here < c.found().to());
      if (!taken) rest.add(sentence.at(at));
    }
    return new Sentence(rest);
  }

  private List<Fillable> missing() {
    return scene.setup().collecting().stream()
        .filter(fillable -> !scene.known().contains(fillable.variable()))
        .toList();
  }

  private void collect() {
    var missing = missing();
    missing.stream()
        .filter(
            fillable -> isAskedNow(fillable, missing) || !(fillable.type() instanceof Type.Bool))
        .sorted(Comparator.comparingInt(fillable -> rank(fillable.type())))
        .forEach(fillable ->
            best(fillable, missing)
                .ifPresent(found -> claim(fillable, found, "is asked for here")));
  }

  private static boolean isAskedNow(Fillable fillable, List<Fillable> missing) {
    return missing.getFirst().equals(fillable);
  }

  private static int rank(Type type) {
    return switch (type) {
      case Type.DateTime _, Type.Email _, Type.Iban _ -> 0;
      case Type.Date _ -> 1;
      case Type.Phone _ -> 1;
      case Type.Digits(var min, _, _) -> min.isPresent() ? 1 : 5;
      case Type.Money _, Type.Time _ -> 2;
      case Type.Choice _, Type.Code _ -> 3;
      case Type.Whole _, Type.Decimal _ -> 4;
      case Type.Bool _ -> 6;
      case Type.Person _, Type.Address _ -> 6;
      case Type.ListOf _, Type.Text _, Type.Struct _, Type.Any _ -> 7;
    };
  }

  /// The fitting candidate that stands nearest to words of this value and of no other.
  private Optional<Found> best(Fillable fillable, List<Fillable> rivals) {
    var own = Keywords.of(fillable);
    var free = values.of(fillable.type()).stream().filter(this::isFree).toList();
    var fitting = free.stream().filter(found -> fits(fillable, found)).toList();
    if (fitting.isEmpty()) missed(fillable, free);
    return fitting.stream().max(Comparator.comparingInt(found -> nearness(own, rivals, found)));
  }

  private int nearness(Set<String> own, List<Fillable> rivals, Found found) {
    if (Keywords.near(own, sentence, found)) return 2;
    boolean others =
        rivals.stream().anyMatch(rival -> Keywords.near(Keywords.of(rival), sentence, found));
    return others ? 0 : 1;
  }

  /// The value that is asked for first is the likeliest to have been meant.
  private void missed(Fillable fillable, List<Found> free) {
    boolean first = !missing().isEmpty() && isAskedNow(fillable, missing());
    if (nearMiss.isPresent() && !first) return;
    NearMiss.of(fillable, free, values).ifPresent(miss -> nearMiss = Optional.of(miss));
  }

  /// What the state has already is touched only when the caller corrects something.
  private void correct(Map<VariableName, Value> remembered) {
    boolean corrects = sentence.words().stream().anyMatch(word -> CORRECTS.contains(word.text()));
    if (!corrects) return;
    for (var fillable : scene.setup().collecting()) {
      if (!scene.known().contains(fillable.variable())) continue;
      if (fillable.type() instanceof Type.Bool) continue;
      var said = best(fillable, List.of()).or(() -> revised(fillable, remembered));
      said.ifPresent(found -> claim(fillable, found, "corrects what was said before"));
    }
  }

  private Optional<Found> revised(Fillable fillable, Map<VariableName, Value> remembered) {
    return remembered.get(fillable.variable()) instanceof Value.Date(var before)
        ? new DateRevision(sentence, before, values).found().filter(this::isFree)
        : Optional.empty();
  }

  private void volunteer() {
    for (var fillable : scene.setup().volunteered()) {
      if (scene.known().contains(fillable.variable())) continue;
      var own = Keywords.of(fillable);
      var fitting =
          values.of(fillable.type()).stream()
              .filter(this::isFree)
              .filter(found -> fits(fillable, found))
              .toList();
      boolean alone = fitting.size() == 1 && soleOfItsKind(fillable);
      fitting.stream()
          .filter(found ->
              Keywords.near(own, sentence, found) || (alone && isPlain(fillable.type(), found)))
          .findFirst()
          .ifPresent(found -> claim(fillable, found, "was volunteered"));
    }
  }

  private boolean soleOfItsKind(Fillable fillable) {
    return scene.setup().volunteered().stream()
            .filter(other -> other.type().word().equals(fillable.type().word()))
            .count()
        == 1;
  }

  /// Form alone tells what it is; as many digits as only this value has do, too.
  private static boolean isPlain(Type type, Found found) {
    return found.plain() || hasOneLength(type);
  }

  private static boolean hasOneLength(Type type) {
    return type instanceof Type.Digits(var min, var max, _) && min.isPresent() && min.equals(max);
  }

  private boolean fits(Fillable fillable, Found found) {
    boolean needsYear = Keywords.isBirth(Keywords.of(fillable)) && values.lacksYear(found);
    return !needsYear && Fit.of(fillable.type(), found.value()) instanceof Fit.Fits;
  }

  private boolean isFree(Found found) {
    return claims.stream().noneMatch(claim -> claim.found().overlaps(found));
  }

  private void claim(Fillable fillable, Found found, String why) {
    String words = sentence.written(found.from(), found.to());
    String reason =
        "`%s` is %s, from “%s” read as %s: it %s"
            .formatted(fillable.variable(), found.value(), words, fillable.type().word(), why);
    claims.add(new Claim(fillable.variable(), found.value(), found, reason));
  }
}
