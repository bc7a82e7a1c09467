package callflow.spoken;

import callflow.value.Moments;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/// Days and times: "the second of February 1990", "8 Uhr 30".
final class Calendar {
  private Calendar() {}

  static String day(LocalDate day, Locale locale) {
    return switch (Tongue.of(locale)) {
      case ENGLISH ->
          "the "
              + new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT)
                  .format(day.getDayOfMonth(), "%spellout-ordinal")
              + " of "
              + DateFormat.getPatternInstance("MMMMy", locale).format(day);
      case FRENCH -> day.getDayOfMonth() == 1 ? first(day, locale) : written(day, locale);
      case GERMAN, SPANISH, OTHER -> written(day, locale);
    };
  }

  private static String written(LocalDate day, Locale locale) {
    return clean(DateFormat.getDateInstance(DateFormat.LONG, locale).format(day));
  }

  /// The French say "1er" and count on plainly.
  private static String first(LocalDate day, Locale locale) {
    return written(day, locale).replaceFirst("^1\\b", "1er");
  }

  /// A time of day as it is kept in values; any other text is said as it stands.
  static String time(String text, Locale locale) {
    return Moments.time(text).map(time -> said(time, locale)).orElse(text);
  }

  private static String said(LocalTime time, Locale locale) {
    boolean sharp = time.getMinute() == 0;
    return switch (Tongue.of(locale)) {
      case ENGLISH ->
          clean(DateFormat.getPatternInstance(sharp ? "ha" : "hma", locale).format(time));
      case GERMAN -> time.getHour() + " Uhr" + (sharp ? "" : " " + time.getMinute());
      case FRENCH ->
          time.getHour()
              + (time.getHour() < 2 ? " heure" : " heures")
              + (sharp ? "" : " " + time.getMinute());
      case SPANISH, OTHER ->
          clean(DateFormat.getTimeInstance(DateFormat.SHORT, locale).format(time));
    };
  }

  static String moment(String text, Locale locale) {
    return Moments.moment(text)
        .map(moment ->
            day(moment.toLocalDate(), locale)
                + " "
                + at(moment.toLocalTime(), locale)
                + said(moment.toLocalTime(), locale))
        .orElse(text);
  }

  private static String at(LocalTime time, Locale locale) {
    return switch (Tongue.of(locale)) {
      case ENGLISH -> "at ";
      case GERMAN -> "um ";
      case SPANISH -> time.getHour() % 12 == 1 ? "a la " : "a las ";
      case FRENCH -> "à ";
      case OTHER -> "";
    };
  }

  private static String clean(String said) {
    return said.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
