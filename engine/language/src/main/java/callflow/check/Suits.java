package callflow.check;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.Optional;

/// Whether values of one type can be what another asks for, as far as that is known before a call.
///
/// It answers no only when no value at all, or none that isn't luck, would do: text for an amount
/// is refused, digits for an amount are not.
final class Suits {
  private Suits() {}

  static boolean canBe(Type given, Type wanted) {
    if (given instanceof Type.Any
        || given instanceof Type.ListOf != wanted instanceof Type.ListOf) {
      return given instanceof Type.Any || wanted instanceof Type.Any;
    }
    if (given instanceof Type.Choice words) return anyWord(words, wanted);
    return switch (wanted) {
      case Type.Any _ -> true;
      case Type.Text _ -> Types.fieldsOf(given).isEmpty();
      case Type.Time _, Type.DateTime _, Type.Phone _, Type.Email _, Type.Code _, Type.Iban _ ->
          given.word().equals(wanted.word()) || isLoose(given);
      case Type.Person _, Type.Address _ ->
          given.word().equals(wanted.word())
              || given instanceof Type.Text
              || (Types.fieldsOf(given).isPresent() && covers(fields(given), fields(wanted)));
      case Type.Digits digits -> digits(given, digits);
      case Type.Whole _, Type.Decimal _ -> isNumber(given);
      case Type.Money money -> isNumber(given) && sameCurrency(given, money);
      case Type.Bool _ -> given instanceof Type.Bool;
      case Type.Date _ -> given instanceof Type.Date;
      case Type.Choice _ -> isLoose(given);
      case Type.ListOf(var element) ->
          given instanceof Type.ListOf l && canBe(l.element(), element);
      case Type.Struct fields -> Types.fieldsOf(given).isPresent() && covers(fields(given), fields);
    };
  }

  /// Text or figures of which nobody has said yet what they are.
  private static boolean isLoose(Type given) {
    return given instanceof Type.Text || given instanceof Type.Digits;
  }

  private static Type.Struct fields(Type type) {
    return Types.fieldsOf(type).orElse(Type.Struct.OPEN);
  }

  private static boolean anyWord(Type.Choice given, Type wanted) {
    return given.of().stream()
        .anyMatch(word -> Fit.of(wanted, new Value.Text(word)) instanceof Fit.Fits);
  }

  private static boolean digits(Type given, Type.Digits wanted) {
    return switch (given) {
      case Type.Digits its ->
          overlap(its.minLength(), wanted.maxLength())
              && overlap(wanted.minLength(), its.maxLength());
      case Type.Text _, Type.Code _, Type.Whole _, Type.Decimal _, Type.Any _ -> true;
      default -> false;
    };
  }

  private static boolean overlap(Optional<Integer> min, Optional<Integer> max) {
    return min.isEmpty() || max.isEmpty() || min.get() <= max.get();
  }

  private static boolean isNumber(Type given) {
    return switch (given) {
      case Type.Whole _, Type.Decimal _, Type.Money _, Type.Digits _, Type.Any _ -> true;
      default -> false;
    };
  }

  private static boolean sameCurrency(Type given, Type.Money wanted) {
    return !(given instanceof Type.Money money) || money.currency().equals(wanted.currency());
  }

  private static boolean covers(Type.Struct given, Type.Struct wanted) {
    if (given.open() || wanted.open()) return true;
    return wanted.fields().entrySet().stream()
        .allMatch(entry -> {
          var field = given.fields().get(entry.getKey());
          return field == null
              ? !entry.getValue().required()
              : canBe(field.type(), entry.getValue().type());
        });
  }
}
