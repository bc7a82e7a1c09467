package callflow.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import callflow.check.BillingCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.program.Program;
import callflow.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// However a flow is broken, its author gets findings in it, and never an exception.
class MutatedFlowsTest {
  private static final int ROUNDS = 400;

  @Test
  void a_flow_with_changed_lines_compiles_or_gives_errors_inside_the_file() throws IOException {
    mutate(2026_11_22L);
    mutate(System.nanoTime());
  }

  private static void mutate(long seed) throws IOException {
    var random = new Random(seed);
    var flow = Files.readAllLines(Path.of("src/test/resources/ok/northwind-billing.flow.yaml"));
    for (int round = 0; round < ROUNDS; round++) {
      String text = String.join("\n", mutated(flow, random)) + "\n";
      try {
        inside(compile(text), text);
      } catch (RuntimeException | StackOverflowError | AssertionError bug) {
        fail("seed " + seed + ", round " + round + ":\n" + text, bug);
      }
    }
  }

  private static Checked<Program> compile(String text) {
    return FlowCompiler.compile(new SourceFile("a.flow.yaml", text), BillingCatalog.standard());
  }

  private static void inside(Checked<Program> compiled, String text) {
    int lines = text.split("\n", -1).length;
    for (Diagnostic finding : compiled.diagnostics()) {
      assertThat(finding.span().startLine()).isBetween(1, lines);
      assertThat(finding.message()).isNotBlank();
    }
  }

  private static List<String> mutated(List<String> flow, Random random) {
    var lines = new ArrayList<>(flow);
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      int at = random.nextInt(lines.size());
      int other = random.nextInt(lines.size());
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(other));
        case 2 -> lines.set(at, word(lines, random) + lines.get(at));
        case 3 -> lines.set(at, swapped(lines.get(at), lines.get(other)));
        case 4 -> lines.set(at, lines.get(at).replaceFirst("[a-z_]{3,}", word(lines, random)));
        default -> lines.set(at, lines.get(at).replaceFirst("(: ).*", "$1" + word(lines, random)));
      }
    }
    return lines;
  }

  /// The key of one line with the value of another.
  private static String swapped(String line, String other) {
    int colon = line.indexOf(": ");
    int otherColon = other.indexOf(": ");
    if (colon < 0 || otherColon < 0) return line;
    return line.substring(0, colon) + other.substring(otherColon);
  }

  private static String word(List<String> lines, Random random) {
    String line = lines.get(random.nextInt(lines.size()));
    var words = Arrays.stream(line.split("[^a-z_]+")).filter(word -> !word.isEmpty()).toList();
    return words.isEmpty() ? "x" : words.get(random.nextInt(words.size()));
  }
}
