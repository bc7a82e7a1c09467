package callflow.book;

import callflow.expression.Template;
import callflow.program.ByLanguage;
import callflow.program.Program;
import callflow.program.Wording;
import callflow.program.Wording.Rounds;
import java.util.List;

/// What callers hear word for word, and what only guides the model: told apart at a glance.
final class Words {
  private final boolean several;
  private final Html html;

  Words(Program program, Html html) {
    this.several = program.languages().size() > 1;
    this.html = html;
  }

  /// Spoken exactly so.
  void verbatim(Wording wording) {
    wording.rounds().values().forEach(this::rounds);
  }

  private void rounds(String language, Rounds rounds) {
    int count = 1;
    for (Template text : rounds.once()) {
      quote("said", "word for word, time " + count++ + tongue(language), text);
    }
    List<Template> turns = rounds.turns();
    String after = rounds.once().isEmpty() ? "" : ", from time " + count + " on";
    for (int i = 0; i < turns.size(); i++) {
      String turn = turns.size() == 1 ? "" : ", in turn " + (i + 1) + " of " + turns.size();
      quote("said", "word for word" + after + turn + tongue(language), turns.get(i));
    }
  }

  /// Never read out.
  void guidance(ByLanguage<Template> guidance) {
    var all = guidance.values();
    boolean same = all.values().stream().distinct().count() == 1;
    if (same) {
      quote(
          "guide",
          "guidance to the model, never read out",
          guidance.values().firstEntry().getValue());
      return;
    }
    all.forEach((language, text) ->
        quote("guide", "guidance to the model, never read out" + tongue(language), text));
  }

  private String tongue(String language) {
    return several ? " (" + language + ")" : "";
  }

  private void quote(String look, String tag, Template text) {
    html.open("blockquote", look).element("span", "tag", tag);
    html.template(text).close("blockquote");
  }
}
