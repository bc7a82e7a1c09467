package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the documents show is what the program does.
class DocumentsTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(flow: .*?)```", Pattern.DOTALL);
  private static final Pattern SCENARIO =
      Pattern.compile("```yaml\n(scenario: .*?)```", Pattern.DOTALL);
  private static final Pattern FINDING = Pattern.compile("```text\n(flows/.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static String readme() throws IOException {
    return Files.readString(Path.of("../../README.md"));
  }

  @Test
  void the_flow_in_the_readme_has_no_error_and_answers() throws IOException {
    var example = YAML.matcher(readme());
    assertThat(example.find()).isTrue();
    Files.writeString(folder.resolve("example.flow.yaml"), example.group(1));

    assertThat(CommandLineRun.of("check", folder.toString()).exit()).isZero();
    var call = CommandLineRun.typing("when are you open\n", "simulate", folder.toString());
    assertThat(call.out()).contains("Agent: We are open from eight to six");
  }

  @Test
  void the_mistake_in_the_readme_is_reported_as_it_stands_there() throws IOException {
    var workplace = Workplace.in(folder).change("goto: payment", "goto: paiment");
    var shown = FINDING.matcher(readme());
    assertThat(shown.find()).isTrue();
    String expected =
        shown.group(1).replace("flows/yours/northwind-billing.flow.yaml", path(workplace));

    assertThat(workplace.check().out()).contains(expected.strip());
  }

  private static String path(Workplace workplace) {
    return workplace.flow().toString().replace('\\', '/');
  }

  @Test
  void the_scenario_in_the_flows_guide_passes() throws IOException {
    Workplace.in(folder);
    var example = SCENARIO.matcher(Files.readString(Path.of("../../flows/README.md")));
    assertThat(example.find()).isTrue();
    var file = Files.writeString(folder.resolve("guide.scenario.yaml"), example.group(1));

    var run = CommandLineRun.of("test", file.toString());

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void every_command_of_the_readme_exists() throws IOException {
    var command = Pattern.compile("(?:\\./|`)callflow ([a-z-]+)").matcher(readme());
    while (command.find()) {
      assertThat(CommandLineRun.of(command.group(1), "--help").exit()).isZero();
    }
  }
}
