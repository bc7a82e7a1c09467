package callflow.app;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The scenarios of a sketch: calls that take every way through it.
final class SketchedCalls {
  private final Sketch sketch;

  SketchedCalls(Sketch sketch) {
    this.sketch = sketch;
  }

  SequencedMap<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put("hears-all" + ProjectFiles.SCENARIO, hearsAll());
    files.put("silent" + ProjectFiles.SCENARIO, silent());
    if (sketch.number().isEmpty()) return files;
    files.put("person" + ProjectFiles.SCENARIO, person());
    sketch
        .hours()
        .closed()
        .ifPresent(at -> files.put("closed" + ProjectFiles.SCENARIO, closed(at)));
    return files;
  }

  private StringBuilder begin(String scenario) {
    return begin(scenario, sketch.hours().open());
  }

  private StringBuilder begin(String scenario, String at) {
    return new StringBuilder("scenario: ")
        .append(scenario)
        .append("\nflow: ")
        .append(sketch.name())
        .append("\nat: ")
        .append(at)
        .append("\nsteps:\n  - expect: { state: menu, said: ")
        .append(Sketch.quoted(sketch.greeting(sketch.languages().getFirst())))
        .append(" }\n");
  }

  private String hearsAll() {
    var call = begin("hears about everything and has nothing else");
    for (String wish : sketch.wishes()) {
      says(call, wish);
      call.append("  - expect: { state: menu, said: ");
      call.append(Sketch.quoted(sketch.phrases().about().formatted(wish))).append(" }\n");
    }
    if (sketch.connector().isPresent()) {
      says(call, "status of a reference number");
      call.append("  - expect: { state: look_up }\n");
      says(call, "1 2 3 4");
      call.append("  - expect: { state: menu, said_like: on its way }\n");
    }
    says(call, sketch.phrases().nothing());
    return call.append("  - expect: { ended: done }\n").toString();
  }

  private String silent() {
    var call = begin("says nothing");
    call.append("  - silence: 9s\n  - expect: { said: ");
    call.append(Sketch.quoted(sketch.phrases().still())).append(" }\n");
    return call.append("  - silence: 9s\n  - expect: { ended: done }\n").toString();
  }

  private String person() {
    var call = begin("asks for a person, and nobody answers");
    says(call, sketch.phrases().person());
    call.append("  - expect: { transfer: team }\n  - transfer: no_answer\n");
    return call.append("  - expect: { ended: nobody_free }\n").toString();
  }

  private String closed(String at) {
    var call = begin("asks for a person when nobody is there", at);
    says(call, sketch.phrases().person());
    return call.append("  - expect: { ended: closed }\n").toString();
  }

  private static void says(StringBuilder call, String words) {
    call.append("  - caller: ").append(Sketch.quoted(words)).append('\n');
  }
}
