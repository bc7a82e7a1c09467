package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.expression.Template.Part;

/// What is spoken is short enough to be listened to, and asks one thing at a time.
record SpokenLengths() implements Remark {
  /// Half a minute of speech.
  static final int MOST_CHARACTERS = 400;

  @Override
  public void check(Context context, Findings findings) {
    for (Text text : Text.of(context.flow())) {
      if (text.role() != Text.Role.SPOKEN) continue;
      String words = words(text.template());
      if (words.length() > MOST_CHARACTERS) tooLong(findings, text, words.length());
      long questions = words.chars().filter(each -> each == '?').count();
      if (questions > 1) severalQuestions(findings, text, questions);
    }
  }

  static String words(Template template) {
    var words = new StringBuilder();
    for (Part part : template.parts()) {
      switch (part) {
        case Part.Words(var text) -> words.append(text);
        case Part.Hole _ -> words.append('…');
      }
    }
    return words.toString().strip();
  }

  private static void tooLong(Findings findings, Text text, int length) {
    findings.add(
        Rule.LONG_SAY,
        text.template().span(),
        text.where()
            + " has "
            + length
            + " characters; after "
            + MOST_CHARACTERS
            + " callers stop listening",
        "say what matters first, and the rest only to those who ask for it");
  }

  private static void severalQuestions(Findings findings, Text text, long questions) {
    findings.add(
        Rule.SEVERAL_QUESTIONS,
        text.template().span(),
        text.where() + " asks " + questions + " questions at once",
        "ask one thing at a time; what a caller says beyond it is taken as well");
  }
}
