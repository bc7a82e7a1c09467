package callflow.app;

import callflow.parse.Scalars;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which answers a new flow can be made from; what is wrong with the others, in one sentence.
final class AnswerRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");
  private static final int MOST_WISHES = 20;
  static final Pattern HOURS =
      Pattern.compile(
          "((?:mon|tue|wed|thu|fri|sat|sun)(?:-(?:mon|tue|wed|thu|fri|sat|sun))?)"
              + " +([0-2]\\d:[0-5]\\d)-([0-2]\\d:[0-5]\\d)");
  static final String NONE = "none";

  private AnswerRules() {}

  /// The parts of a list with commas in between.
  static List<String> split(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static Optional<String> complain(boolean wrong, String complaint) {
    return wrong ? Optional.of(complaint) : Optional.empty();
  }

  static Optional<String> wrongName(String answer) {
    return complain(
        !NAME.matcher(answer).matches(),
        "`"
            + answer
            + "` can't be a flow's name; write small letters, figures and `-`, such as"
            + " my-desk");
  }

  static Optional<String> wrongWords(String answer) {
    return complain(
        answer.isEmpty() || answer.contains("${") || answer.chars().anyMatch(it -> it < ' '),
        "write a few words without `${`");
  }

  static Optional<String> wrongLanguages(String answer) {
    var tags = split(answer);
    boolean known =
        Phrases.LANGUAGES.containsAll(tags) && tags.stream().distinct().count() == tags.size();
    return complain(
        tags.isEmpty() || !known,
        "`"
            + answer
            + "` is no list of languages; write some of en, de, es and fr, each once, such"
            + " as en, de");
  }

  static Optional<String> wrongWishes(String answer) {
    var words = split(answer).stream().map(Sketch::word).toList();
    boolean unusable =
        words.isEmpty()
            || words.size() > MOST_WISHES
            || words.stream().distinct().count() != words.size()
            || words.contains("nothing_else")
            || words.contains("reference_status");
    return wrongWords(answer)
        .or(() ->
            complain(
                unusable,
                "write up to "
                    + MOST_WISHES
                    + " different wishes with commas in between, such as"
                    + " opening hours, prices"));
  }

  static Optional<String> wrongNumber(String answer) {
    return complain(
        !answer.equals(NONE) && !Scalars.isPhoneNumber(answer),
        "`"
            + answer
            + "` is not a telephone number in the international form; write `+`, the"
            + " country code and the number without blanks, such as +4930123456, or none");
  }

  static Optional<String> wrongHours(String answer) {
    var parts = HOURS.matcher(answer);
    boolean right =
        parts.matches()
            && isTime(parts.group(2))
            && (isTime(parts.group(3)) || parts.group(3).equals("24:00"))
            && !parts.group(2).equals(parts.group(3));
    return complain(
        !right, "`" + answer + "` is no opening hours; write them like mon-fri 08:00-18:00");
  }

  private static boolean isTime(String text) {
    try {
      LocalTime.parse(text);
      return true;
    } catch (DateTimeException noTime) {
      return false;
    }
  }

  static Optional<String> wrongZone(String answer) {
    return complain(
        !ZoneId.getAvailableZoneIds().contains(answer),
        "`" + answer + "` is no time zone; write a continent and a city, such as Europe/Berlin");
  }

  static Optional<String> wrongConnector(String answer) {
    return complain(
        !answer.equals(NONE) && !answer.matches("[a-z][a-z0-9_]{0,40}"),
        "`"
            + answer
            + "` can't be a connector's name; write small letters, figures and `_`, such"
            + " as orders");
  }
}
