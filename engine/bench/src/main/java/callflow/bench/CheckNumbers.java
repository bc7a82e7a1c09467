package callflow.bench;

import callflow.compile.FlowCompiler;
import callflow.diagnostic.Checked;
import callflow.source.SourceFile;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// What the check of a large flow costs, beside only reading its YAML.
final class CheckNumbers {
  private CheckNumbers() {}

  static void print() {
    String text = new Ring(500).text();
    System.out.printf(
        "The whole check of a flow with 500 states, %,d lines%n", text.lines().count());
    Race.print(
        System.out,
        new Race(
                new Race.Subject(
                    "SnakeYAML compose of the same text", times -> compose(text, times)),
                new Race.Subject("callflow: parse, check, compile", times -> check(text, times)))
            .run());
  }

  static long compose(String text, int times) {
    long nodes = 0;
    var options = new LoaderOptions();
    options.setCodePointLimit(text.length() + 1);
    for (int i = 0; i < times; i++) {
      nodes += new Yaml(options).compose(new StringReader(text)).getEndMark().getLine();
    }
    return nodes;
  }

  private static long check(String text, int times) {
    long findings = 0;
    for (int i = 0; i < times; i++) {
      var checked = FlowCompiler.compile(new SourceFile("ring.flow.yaml", text), NoTools.CATALOG);
      if (!(checked instanceof Checked.Passed<?>)) throw new IllegalStateException("has errors");
      findings += checked.diagnostics().size();
    }
    return findings;
  }
}
