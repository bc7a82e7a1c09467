package callflow.spoken;

import callflow.value.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Figures and letters one by one, in the groups people say them in. A comma is a short breath.
final class Letters {
  private static final int GROUP = 4;

  private Letters() {}

  static String oneByOne(String text) {
    return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }

  /// A number in groups; any other text is said as it stands.
  ///
  /// @param home the country whose own numbers are said without their country code
  static String phone(String text, Optional<String> home, Locale locale) {
    List<String> groups = PhoneNumbers.groups(text, home);
    if (groups.isEmpty()) return text;
    return groups.stream()
        .map(group ->
            group.startsWith("+")
                ? Tongue.of(locale).plus() + " " + oneByOne(group.substring(1))
                : oneByOne(group))
        .collect(Collectors.joining(", "));
  }

  static String inFours(String text) {
    var groups = new ArrayList<String>();
    for (int from = 0; from < text.length(); from += GROUP) {
      groups.add(oneByOne(text.substring(from, Math.min(text.length(), from + GROUP))));
    }
    return String.join(", ", groups);
  }

  /// Every letter by the name it has in the language's spelling alphabet.
  static String spelled(String code, Locale locale) {
    return code.codePoints()
        .mapToObj(sign -> Alphabet.name(sign, Tongue.of(locale)))
        .collect(Collectors.joining(", "));
  }

  static String mail(String address, Locale locale) {
    var tongue = Tongue.of(locale);
    return address
        .codePoints()
        .mapToObj(sign -> {
          String name = tongue.sign(sign);
          return name.isEmpty() ? Character.toString(sign) : " " + name + " ";
        })
        .collect(Collectors.joining())
        .strip();
  }
}
