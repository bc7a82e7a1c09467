package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.VariableDecl;
import callflow.value.Type;
import java.util.Optional;

/// The bounds of a variable leave room for an answer.
record Ranges() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (VariableDecl variable : context.flow().variables()) {
      empty(variable.type().value())
          .ifPresent(why ->
              findings.add(
                  Rule.BAD_RANGE,
                  variable.name().span(),
                  "variable `" + variable.name().value() + "` can hold nothing: " + why,
                  "swap the two, or take one out"));
    }
  }

  /// Why no value can be of this type.
  private static Optional<String> empty(Type type) {
    return switch (type) {
      case Type.Text(var min, var max, _) -> crossed("min_length", min, "max_length", max);
      case Type.Digits(var min, var max, _) -> crossed("min_length", min, "max_length", max);
      case Type.Code(var min, var max, _, _) -> crossed("min_length", min, "max_length", max);
      case Type.Whole(var min, var max) -> crossed("min", min, "max", max);
      case Type.Decimal(var min, var max) -> crossed("min", min, "max", max);
      case Type.Money(_, var min, var max) -> crossed("min", min, "max", max);
      case Type.ListOf(var element) -> empty(element);
      case Type.Struct struct ->
          struct.fields().values().stream().flatMap(it -> empty(it.type()).stream()).findFirst();
      case Type.Bool _,
          Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Phone _,
          Type.Email _,
          Type.Iban _,
          Type.Person _,
          Type.Address _,
          Type.Choice _,
          Type.Any _ ->
          Optional.empty();
    };
  }

  private static <N extends Comparable<N>> Optional<String> crossed(
      String low, Optional<N> min, String high, Optional<N> max) {
    boolean crossed = min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    return crossed
        ? Optional.of("`" + low + "` " + min.get() + " is above `" + high + "` " + max.get())
        : Optional.empty();
  }
}
