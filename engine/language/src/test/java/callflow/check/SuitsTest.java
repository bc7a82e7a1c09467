package callflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Type;
import callflow.value.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SuitsTest {
  private static final Type EURO = new Type.Money("EUR", Optional.empty(), Optional.empty());
  private static final Type DOLLAR = new Type.Money("USD", Optional.empty(), Optional.empty());
  private static final Type OBJECT = struct("id", Types.TEXT, true);

  private record Case(Type given, Type wanted) {}

  @TestFactory
  Stream<DynamicTest> what_may_do_is_let_through() {
    return Stream.of(
            new Case(Types.ANY, Types.DATE),
            new Case(EURO, Types.ANY),
            new Case(Types.DATE, Types.TEXT),
            new Case(Types.TEXT, digits(8)),
            new Case(digits(8), digits(8)),
            new Case(digits(4), EURO),
            new Case(Types.NUMBER, EURO),
            new Case(EURO, Types.NUMBER),
            new Case(new Type.Choice(List.of("yes", "no")), Types.BOOL),
            new Case(Types.TEXT, new Type.Choice(List.of("gold"))),
            new Case(new Type.ListOf(digits(2)), new Type.ListOf(Types.TEXT)),
            new Case(OBJECT, Type.Struct.OPEN),
            new Case(Type.Struct.OPEN, OBJECT),
            new Case(OBJECT, struct("id", Types.TEXT, false)),
            new Case(OBJECT, struct("name", Types.TEXT, false)))
        .map(each -> test(each, true));
  }

  @TestFactory
  Stream<DynamicTest> what_never_does_is_refused() {
    return Stream.of(
            new Case(Types.TEXT, EURO),
            new Case(Types.TEXT, Types.DATE),
            new Case(Types.DATE, Types.NUMBER),
            new Case(Types.BOOL, Types.DATE),
            new Case(DOLLAR, EURO),
            new Case(digits(4), digits(8)),
            new Case(digits(8), digits(4)),
            new Case(EURO, digits(4)),
            new Case(OBJECT, Types.TEXT),
            new Case(Types.TEXT, OBJECT),
            new Case(new Type.ListOf(Types.TEXT), Types.TEXT),
            new Case(Types.TEXT, new Type.ListOf(Types.TEXT)),
            new Case(new Type.ListOf(Types.TEXT), new Type.ListOf(Types.DATE)),
            new Case(new Type.Choice(List.of("gold")), Types.BOOL),
            new Case(new Type.Choice(List.of("gold")), new Type.Choice(List.of("silver"))),
            new Case(OBJECT, struct("name", Types.TEXT, true)))
        .map(each -> test(each, false));
  }

  private static DynamicTest test(Case each, boolean suits) {
    return DynamicTest.dynamicTest(
        each.toString(),
        () -> assertThat(Suits.canBe(each.given(), each.wanted())).isEqualTo(suits));
  }

  private static Type digits(int length) {
    return new Type.Digits(Optional.of(length), Optional.of(length));
  }

  private static Type struct(String field, Type type, boolean required) {
    var fields = new LinkedHashMap<String, Type.Field>();
    fields.put(field, new Type.Field(type, required, false, ""));
    return new Type.Struct(fields);
  }
}
