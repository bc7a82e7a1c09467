package callflow.spoken;

import java.util.Optional;

/// The hundredth part of a currency by its everyday name.
record Coin(String one, String several) {

  /// Empty where no everyday name is known.
  static Optional<Coin> of(String currency, Tongue tongue) {
    return switch (currency) {
      case "EUR" -> in(tongue, "cent cents", "Cent Cent", "céntimo céntimos", "centime centimes");
      case "USD", "CAD", "AUD", "NZD" ->
          in(tongue, "cent cents", "Cent Cent", "centavo centavos", "cent cents");
      case "GBP" -> in(tongue, "penny pence", "Penny Pence", "penique peniques", "penny pence");
      case "CHF" ->
          in(tongue, "centime centimes", "Rappen Rappen", "céntimo céntimos", "centime centimes");
      case "MXN" ->
          in(
              tongue,
              "centavo centavos",
              "Centavo Centavos",
              "centavo centavos",
              "centavo centavos");
      default -> Optional.empty();
    };
  }

  private static Optional<Coin> in(
      Tongue tongue, String english, String german, String spanish, String french) {
    return switch (tongue) {
      case ENGLISH -> named(english);
      case GERMAN -> named(german);
      case SPANISH -> named(spanish);
      case FRENCH -> named(french);
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<Coin> named(String names) {
    int space = names.indexOf(' ');
    return Optional.of(new Coin(names.substring(0, space), names.substring(space + 1)));
  }

  String name(int count) {
    return count == 1 ? one : several;
  }
}
