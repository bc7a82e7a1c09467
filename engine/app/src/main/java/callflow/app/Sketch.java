package callflow.app;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// What the author of a new flow has answered.
///
/// @param name the flow's name, which is a word
/// @param greeting in the first language
/// @param wishes what callers may want, a few words each
/// @param number where callers are handed over to, if anywhere
/// @param connector the name of a connector to look things up with, if any
record Sketch(
    String name,
    String title,
    Optional<String> greeting,
    List<String> wishes,
    Optional<String> number,
    Hours hours,
    List<String> languages,
    Optional<String> connector) {
  Sketch {
    wishes = List.copyOf(wishes);
    languages = List.copyOf(languages);
  }

  /// When somebody answers.
  ///
  /// @param days as in `mon-fri`
  /// @param span as in `08:00-18:00`
  record Hours(String days, String span, String zone) {
    /// As many as `08:00` has.
    private static final int FIGURES = 5;

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 3, 2);

    /// A moment at which it is open, for a scenario.
    String open() {
      return at(LocalTime.parse(span.substring(0, FIGURES)).plusMinutes(1));
    }

    /// A moment at which it has just closed; empty where it is open up to midnight, for it may open
    /// again then.
    Optional<String> closed() {
      String to = span.substring(FIGURES + 1);
      return to.equals("24:00") ? Optional.empty() : Optional.of(at(LocalTime.parse(to)));
    }

    private String at(LocalTime time) {
      String first = days.substring(0, 3).toUpperCase(Locale.ROOT);
      DayOfWeek day = DayOfWeek.MONDAY;
      for (var each : DayOfWeek.values()) if (each.name().startsWith(first)) day = each;
      return SOME_DAY
          .with(TemporalAdjusters.nextOrSame(day))
          .atTime(time)
          .atZone(ZoneId.of(zone))
          .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
  }

  /// The files of the new flow by their names.
  SequencedMap<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put(name + ProjectFiles.FLOW, new SketchedFlow(this).text());
    connector.ifPresent(it -> files.put(it + ProjectFiles.CONNECTOR, SketchedConnector.text(it)));
    new SketchedCalls(this).files().forEach(files::put);
    return files;
  }

  /// A wish as the name of a choice: `opening_hours`.
  static String word(String wish) {
    String plain = Normalizer.normalize(wish, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String word =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "wish_" + word : word;
  }

  /// The name of the state that tells about a wish.
  static String state(String wish) {
    return "about_" + word(wish);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// What the first language says.
  Phrases phrases() {
    return Phrases.in(languages.getFirst());
  }

  String greeting(String language) {
    return language.equals(languages.getFirst()) && greeting.isPresent()
        ? greeting.get()
        : Phrases.in(language).welcome().formatted(title);
  }
}
