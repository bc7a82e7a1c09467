package callflow.voice;

import callflow.value.Type;
import callflow.value.Types;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Types of every kind, nested up to a depth.
final class RandomTypes {
  private static final List<String> DESCRIPTIONS =
      List.of(
          "",
          " ",
          "the number (see the bill)",
          "ends like a phrase (exactly 8 digits)",
          "(number from 1 to 2)",
          "(any text)",
          "Straße “quoted” \"twice\"\nand a line",
          "the date as YYYY-MM-DD");

  private final Random random;

  RandomTypes(long seed) {
    random = new Random(seed);
  }

  Type.Struct struct(int depth) {
    var fields = new LinkedHashMap<String, Type.Field>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put("field" + i, field(depth));
    }
    return new Type.Struct(fields);
  }

  private Type.Field field(int depth) {
    String description = DESCRIPTIONS.get(random.nextInt(DESCRIPTIONS.size()));
    return new Type.Field(type(depth), random.nextBoolean(), false, description);
  }

  private Type type(int depth) {
    return switch (random.nextInt(depth == 0 ? 17 : 19)) {
      case 0 -> new Type.Text(length(), length());
      case 1 -> new Type.Digits(length(), length());
      case 2 -> new Type.Whole(bound(0), bound(0));
      case 3 -> new Type.Decimal(bound(2), bound(3));
      case 4 -> new Type.Money("EUR", bound(2), bound(0));
      case 5 -> Types.BOOL;
      case 6 -> Types.DATE;
      case 7 -> new Type.Choice(IntStream.rangeClosed(1, 3).mapToObj(i -> "(word " + i).toList());
      case 8 -> Types.ANY;
      case 9 -> Types.TIME;
      case 10 -> Types.MOMENT;
      case 11 -> new Type.Phone(random.nextBoolean() ? Optional.of("DE") : Optional.empty());
      case 12 -> new Type.Email();
      case 13 -> new Type.Code(length(), length(), Optional.empty(), Optional.empty());
      case 14 -> new Type.Iban();
      case 15 -> new Type.Person();
      case 16 -> new Type.Address();
      case 17 -> new Type.ListOf(type(depth - 1));
      default -> struct(depth - 1);
    };
  }

  private Optional<Integer> length() {
    return random.nextBoolean() ? Optional.of(random.nextInt(12)) : Optional.empty();
  }

  private Optional<BigDecimal> bound(int scale) {
    return random.nextBoolean()
        ? Optional.of(BigDecimal.valueOf(random.nextInt(20_000) - 10_000, scale))
        : Optional.empty();
  }
}
