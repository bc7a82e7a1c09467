package callflow.simulator.rehearsal;

import java.util.regex.Pattern;

/// What a caller answers when any words will do: the sentence without its polite beginning.
final class FreeText {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^(?:(?:well|um|uh|hi|hello|yes|sure)[, ]+)*(?:(?:my|the) [\\p{L}' ]{1,40}? is|it"
              + " is|it['’]s|this is|i am|i['’]m|that['’]s)\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private FreeText() {}

  static String of(String words) {
    String text = words.strip();
    String kept = BEGINNING.matcher(text).replaceFirst("").strip().replaceFirst("[.!]+$", "");
    return kept.isEmpty() ? text : kept;
  }
}
