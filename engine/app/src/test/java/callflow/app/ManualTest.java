package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every block of the manual: flows are checked, scenarios are played, mistakes are found.
class ManualTest {
  private static final Path MANUAL = Path.of("../../docs/language.md");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\n]*)\n(.*?)^```$");
  private static final Pattern STATE = Pattern.compile("(?m)^states:\n(?:\\s*\n)*  ([a-z_]+):");

  private static final String SMALL_STATE =
      "states:\n  hello:\n    say: Hello and goodbye.\n    hangup: done\n";

  /// What a block begins with that is a file of this name beside the flows below it.
  private static final String FILE = "yaml file ";

  @TempDir Path folder;

  /// A fenced block with what stands after its fence.
  private record Block(String kind, String text, int line) {}

  /// A block with the blocks above it that it builds upon.
  private record Example(Block block, String flow, List<Block> connectors, List<Block> files) {
    String title() {
      return "line " + block.line() + ": " + block.kind();
    }
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    return read().stream()
        .map(example -> DynamicTest.dynamicTest(example.title(), () -> run(example)));
  }

  @Test
  void the_manual_has_examples_of_every_kind() throws IOException {
    assertThat(read())
        .extracting(example -> example.block().kind())
        .contains("yaml", "yaml scenario")
        .anyMatch(kind -> kind.startsWith("yaml wrong "));
  }

  private static List<Example> read() throws IOException {
    String text = Files.readString(MANUAL);
    var examples = new ArrayList<Example>();
    var connectors = new ArrayList<Block>();
    var files = new ArrayList<Block>();
    String flow = "";
    var fence = BLOCK.matcher(text);
    while (fence.find()) {
      int line = (int) text.substring(0, fence.start()).lines().count() + 1;
      var block = new Block(fence.group(1), fence.group(2), line);
      if (block.kind().equals("yaml")) flow = whole(block.text());
      if (block.kind().equals("yaml connector")) connectors.add(block);
      if (block.kind().startsWith(FILE)) {
        files.add(block);
      } else if (block.kind().startsWith("yaml")) {
        examples.add(new Example(block, flow, List.copyOf(connectors), List.copyOf(files)));
      }
    }
    return examples;
  }

  /// A part of a flow, with the little around it that a flow can't do without.
  private static String whole(String part) {
    var text = new StringBuilder();
    boolean states = has(part, "states");
    String body = states ? part : part + SMALL_STATE;
    if (!has(part, "flow")) text.append("flow: example\n");
    if (!has(part, "start")) {
      var first = STATE.matcher(body);
      assertThat(first.find()).as("a first state in\n%s", body).isTrue();
      text.append("start: ").append(first.group(1)).append('\n');
    }
    return text.append(body).toString();
  }

  private static boolean has(String text, String key) {
    return text.startsWith(key + ":") || text.contains("\n" + key + ":");
  }

  private void run(Example example) throws IOException {
    var place = Files.createTempDirectory(folder, "example");
    for (var connector : example.connectors()) {
      String name = connector.text().lines().findFirst().orElseThrow().replace("connector:", "");
      Files.writeString(place.resolve(name.strip() + ".connector.yaml"), connector.text());
    }
    for (var file : example.files()) {
      var path = place.resolve(file.kind().substring(FILE.length()));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    switch (example.block().kind()) {
      case "yaml", "yaml connector" -> {
        write(place, "example.flow.yaml", example.flow());
        passes("check", place);
      }
      case "yaml scenario" -> {
        write(place, "example.flow.yaml", example.flow());
        write(place, "example.scenario.yaml", example.block().text());
        passes("test", place);
      }
      case "yaml deployment" -> {
        write(place, "example.flow.yaml", example.flow());
        write(place, "callflow.yaml", example.block().text());
        passes("check", place);
      }
      case String wrong when wrong.startsWith("yaml wrong ") -> {
        write(place, "example.flow.yaml", whole(example.block().text()));
        var run = CommandLineRun.of("check", place.toString());
        assertThat(run.out()).contains("[" + wrong.substring("yaml wrong ".length()) + "]");
      }
      case String kind -> throw new AssertionError("nobody knows what `" + kind + "` means");
    }
  }

  private static void write(Path place, String name, String text) throws IOException {
    if (!text.isEmpty()) Files.writeString(place.resolve(name), text);
  }

  private static void passes(String command, Path place) {
    var run = CommandLineRun.of(command, place.toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }
}
