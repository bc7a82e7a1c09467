package callflow.expression;

import callflow.expression.Template.Part;
import callflow.spoken.Spoken;
import java.util.Locale;

/// Fills a template for ears: digits one by one, amounts with their currency, dates in words.
public final class Speech {
  private Speech() {}

  /// The text as it is to be spoken. What is unset is left out together with the space before it.
  ///
  /// @param types tells, by the same names, how a value is to be read out
  public static String speak(Template template, Scope scope, TypeScope types, Locale locale) {
    var sentence = new Sentence();
    for (Part part : template.parts()) {
      switch (part) {
        case Part.Words(var words) -> sentence.words(words);
        case Part.Hole(var expression) ->
            Evaluation.evaluate(expression, scope)
                .map(value -> Spoken.form(value, Typing.infer(expression, types).type(), locale))
                .ifPresentOrElse(sentence::value, sentence::gap);
      }
    }
    return sentence.text();
  }
}
