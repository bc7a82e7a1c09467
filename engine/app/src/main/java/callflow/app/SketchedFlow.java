package callflow.app;

import java.util.function.Function;
import java.util.stream.Collectors;

/// The flow file of a sketch.
final class SketchedFlow {
  private static final int KEYS = 9;

  private final Sketch sketch;
  private final StringBuilder text = new StringBuilder();

  SketchedFlow(Sketch sketch) {
    this.sketch = sketch;
  }

  String text() {
    head();
    sketch.connector().ifPresent(this::tools);
    defaults();
    sketch.number().ifPresent(this::transfer);
    text.append("states:\n  welcome:\n");
    say("    ", sketch::greeting);
    text.append("    next: menu\n\n");
    menu();
    sketch.wishes().forEach(this::wish);
    if (sketch.connector().isPresent()) lookUp();
    if (sketch.number().isPresent()) handover();
    text.append("  goodbye:\n");
    phrase("    ", Phrases::goodbye);
    text.append("    hangup: done\n");
    return text.toString();
  }

  private void head() {
    text.append(
        """
        # What callers hear stands after `say`; change it as you like. Then:
        #   callflow check FOLDER      says what is wrong, and where
        #   callflow simulate FOLDER   you are the caller
        #   callflow test FOLDER       plays the calls beside this file
        """);
    text.append("flow: ").append(sketch.name()).append('\n');
    text.append("title: ").append(Sketch.quoted(sketch.title())).append('\n');
    text.append("start: welcome\n");
    text.append("languages: [").append(String.join(", ", sketch.languages())).append("]\n\n");
    text.append("persona: |\n  You answer the telephone of ").append(sketch.title());
    text.append(". Friendly and brief, one question at a time.\n\n");
  }

  private void tools(String connector) {
    text.append(
        """
        variables:
          reference: { type: digits, describe: the reference number }
          status: { type: text, describe: what is known about it }

        tools:
          look_up:
            use: %s.look_up
            with: { reference: "${reference}" }
            save: { status: result.status }

        """
            .formatted(connector));
  }

  private void defaults() {
    text.append("defaults:\n  silence:\n    - after: 8s\n");
    phrase("      ", Phrases::still);
    text.append("    - after: 8s\n      goto: goodbye\n  on:\n");
    String rescue = sketch.number().isPresent() ? "to_person" : "goodbye";
    if (sketch.connector().isPresent()) {
      for (String event : new String[] {"tool.failed", "tool.timeout", "attempts_exhausted"}) {
        text.append("    ").append(event).append(": ").append(rescue).append('\n');
      }
    }
    text.append("    voice_lost: ").append(rescue).append("\n\n");
  }

  private void transfer(String number) {
    text.append("anywhere:\n  - caller: asks to speak to a person\n    examples: ");
    text.append(examples(Phrases::person)).append("\n    dtmf: \"0\"\n    goto: to_person\n\n");
    text.append(
        """
        schedules:
          office:
            zone: %s
            open: { %s: "%s" }

        transfers:
          team:
            to: "%s"
            mode: cold
            hours: office

        """
            .formatted(
                sketch.hours().zone(), sketch.hours().days(), sketch.hours().span(), number));
  }

  private void menu() {
    text.append("  menu:\n    prompt: Ask what the caller would like, and offer what there is.\n");
    text.append("    choices:\n");
    int key = 1;
    for (String wish : sketch.wishes()) choice(wish, Sketch.word(wish), Sketch.state(wish), key++);
    if (sketch.connector().isPresent()) {
      choice("status of a reference number", "reference_status", "look_up", key);
    }
    text.append("      nothing_else:\n        caller: has nothing else\n        examples: ");
    text.append(examples(Phrases::nothing)).append("\n        goto: goodbye\n\n");
  }

  private void choice(String wish, String name, String state, int key) {
    text.append("      ").append(name).append(":\n");
    text.append("        caller: ").append(Sketch.quoted("asks about " + wish)).append('\n');
    text.append("        examples: ").append(inEach(_ -> "[" + Sketch.quoted(wish) + "]"));
    text.append('\n');
    if (key <= KEYS) text.append("        dtmf: \"").append(key).append("\"\n");
    text.append("        goto: ").append(state).append("\n\n");
  }

  private void wish(String wish) {
    text.append("  ").append(Sketch.state(wish)).append(":\n");
    phrase("    ", phrases -> phrases.about().formatted(wish));
    text.append("    next: menu\n\n");
  }

  private void lookUp() {
    text.append("  look_up:\n    collect:\n      reference:\n");
    words("        ", "ask", language -> Phrases.in(language).reference());
    text.append("        attempts: 3\n    run: look_up\n    next: found\n");
    text.append("    on:\n      look_up.failed:\n");
    phrase("        ", Phrases::notFound);
    text.append("        goto: menu\n\n  found:\n");
    phrase("    ", Phrases::found);
    text.append("    next:\n      - clear: [reference, status]\n        goto: menu\n\n");
  }

  private void handover() {
    text.append("  to_person:\n    transfer: team\n    on:\n      closed: after_hours\n");
    for (String outcome : new String[] {"busy", "no_answer", "declined", "voicemail", "failed"}) {
      text.append("      ").append(outcome).append(": nobody_free\n");
    }
    text.append("\n  after_hours:\n");
    phrase("    ", Phrases::closed);
    text.append("    hangup: closed\n\n  nobody_free:\n");
    phrase("    ", Phrases::busy);
    text.append("    hangup: nobody_free\n\n");
  }

  private void phrase(String indent, Function<Phrases, String> phrase) {
    say(indent, language -> phrase.apply(Phrases.in(language)));
  }

  private void say(String indent, Function<String, String> byLanguage) {
    words(indent, "say", byLanguage);
  }

  private void words(String indent, String key, Function<String, String> byLanguage) {
    text.append(indent).append(key).append(':');
    var languages = sketch.languages();
    if (languages.size() == 1) {
      text.append(' ').append(Sketch.quoted(byLanguage.apply(languages.getFirst()))).append('\n');
      return;
    }
    text.append('\n');
    for (String language : languages) {
      text.append(indent).append("  ").append(language).append(": ");
      text.append(Sketch.quoted(byLanguage.apply(language))).append('\n');
    }
  }

  private String examples(Function<Phrases, String> phrase) {
    return inEach(language -> "[" + Sketch.quoted(phrase.apply(Phrases.in(language))) + "]");
  }

  private String inEach(Function<String, String> value) {
    var languages = sketch.languages();
    return languages.size() == 1
        ? value.apply(languages.getFirst())
        : languages.stream()
            .map(language -> language + ": " + value.apply(language))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
