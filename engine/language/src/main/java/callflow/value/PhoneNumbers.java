package callflow.value;

import callflow.value.Fit.Fits;
import callflow.value.Fit.Misfit;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Telephone numbers, which values keep in E.164 form: `+4930123456`.
public final class PhoneNumbers {
  private static final PhoneNumberUtil BOOK = PhoneNumberUtil.getInstance();

  /// Says that only numbers with a country code can be read.
  private static final String NOWHERE = "ZZ";

  private static final int LONGEST = 40;

  private PhoneNumbers() {}

  static Fit fit(Type.Phone type, Value value) {
    boolean plain = value instanceof Value.Text || value instanceof Value.Decimal;
    Optional<String> read = plain ? read(value.toString(), type.region()) : Optional.empty();
    if (read.isPresent()) return new Fits(new Value.Text(read.get()));
    return new Misfit(
        "needs to be a telephone number"
            + (type.region().isPresent() ? "" : " with its country code, such as +4930123456"));
  }

  /// The number in E.164 form; empty when it is none, or has too many or too few figures.
  private static Optional<String> read(String text, Optional<String> region) {
    return number(text, region.orElse(NOWHERE))
        .map(number -> BOOK.format(number, PhoneNumberFormat.E164));
  }

  private static Optional<PhoneNumber> number(String text, String region) {
    if (text.length() > LONGEST || !text.matches("\\+?[0-9 ()./-]+")) return Optional.empty();
    try {
      var number = BOOK.parse(text, region);
      return BOOK.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  /// The countries whose national numbers can be read, such as `DE`.
  public static Set<String> regions() {
    return new TreeSet<>(BOOK.getSupportedRegions());
  }

  /// A number in the groups people write it in: `+49`, `30`, `123456`. Empty for what is no number.
  ///
  /// @param region the country whose own numbers are given without their country code
  public static List<String> groups(String number, Optional<String> region) {
    return number(number, NOWHERE)
        .map(known -> BOOK.format(known, format(known, region)))
        .map(written -> List.of(written.strip().split("[^+0-9]+")))
        .map(groups -> groups.stream().filter(group -> !group.isEmpty()).toList())
        .orElse(List.of());
  }

  private static PhoneNumberFormat format(PhoneNumber number, Optional<String> region) {
    boolean own =
        region
            .map(BOOK::getCountryCodeForRegion)
            .filter(it -> it == number.getCountryCode())
            .isPresent();
    return own ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
  }
}
