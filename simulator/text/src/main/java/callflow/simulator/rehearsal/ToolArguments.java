package callflow.simulator.rehearsal;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills the arguments of a tool that are left to the model out of one sentence.
///
/// Required ones take the first value of their type; optional ones only a value that stands near
/// their name. Text is taken only as the answer to a question about it.
///
/// @param values what could be filled
/// @param missing the first required one that could not
record ToolArguments(Value.Fields values, Optional<Map.Entry<String, Type.Field>> missing) {

  /// Takes what it can from the sentence, and keeps what is there.
  ///
  /// @param given what earlier sentences brought
  /// @param answering the name of the argument that was asked about
  static ToolArguments of(
      Type.Struct wanted,
      String words,
      Sentence sentence,
      Values candidates,
      Value.Fields given,
      Optional<String> answering) {
    var used = new ArrayList<Found>();
    var filled = given;
    for (var entry : wanted.fields().entrySet()) {
      String name = entry.getKey();
      if (filled.get(name).isPresent()) continue;
      var field = entry.getValue();
      var found = pick(name, field, sentence, candidates, used);
      found.ifPresent(used::add);
      boolean asText =
          found.isEmpty() && isText(field.type()) && answering.stream().anyMatch(name::equals);
      var value =
          asText ? Optional.<Value>of(new Value.Text(FreeText.of(words))) : found.map(Found::value);
      if (value.isPresent()) filled = filled.with(name, value.get());
    }
    return new ToolArguments(filled, firstMissing(wanted, filled));
  }

  private static boolean isText(Type type) {
    return type instanceof Type.Text || type instanceof Type.Any;
  }

  private static Optional<Found> pick(
      String name, Type.Field field, Sentence sentence, Values candidates, List<Found> used) {
    var keywords = Keywords.of(name, field.description());
    return candidates.of(field.type()).stream()
        .filter(found -> used.stream().noneMatch(found::overlaps))
        .filter(found -> Fit.of(field.type(), found.value()) instanceof Fit.Fits)
        .filter(found -> !(Keywords.isBirth(keywords) && candidates.lacksYear(found)))
        .filter(found -> field.required() || Keywords.near(keywords, sentence, found))
        .findFirst();
  }

  private static Optional<Map.Entry<String, Type.Field>> firstMissing(
      Type.Struct wanted, Value.Fields filled) {
    return wanted.fields().entrySet().stream()
        .filter(entry -> entry.getValue().required() && filled.get(entry.getKey()).isEmpty())
        .findFirst();
  }
}
