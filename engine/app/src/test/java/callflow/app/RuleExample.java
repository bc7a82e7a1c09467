package callflow.app;

import callflow.connector.operation.Secrets;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.diagnostic.TextRenderer;
import callflow.simulator.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The example of one section of a rule's page, as files in a folder, and what we say about them.
///
/// Blocks: `yaml` is a flow, of which what it lacks is added below; `whole` keeps it as it stands,
/// `latin-1` writes it in that encoding, `enlarged` fills it up with comments. `connector`,
/// `scenario`, `deployment` and `file PATH` are files as they stand. `deployment served` also asks
/// for the secrets. The shipped connector `billing` is there unless the page brings one.
record RuleExample(Path folder, List<Diagnostic> findings, Project project) {
  private static final Path SHIPPED =
      Path.of("../../flows/northwind-billing/billing.connector.yaml");
  private static final Pattern STATE = Pattern.compile("(?m)^states:\n(?:\\s*\n)*  ([a-z_]+):");
  private static final String FLOW = "example.flow.yaml";
  private static final Pattern FILE = Pattern.compile("yaml (?:file|named) ");

  static RuleExample of(Path folder, String section) throws IOException {
    var blocks = RulePage.blocks(section);
    boolean served = false;
    for (var block : blocks) {
      write(folder, block);
      served |= block.kind().equals("yaml deployment served");
    }
    if (blocks.stream().anyMatch(block -> block.text().contains("billing."))) {
      Files.copy(SHIPPED, folder.resolve("billing.connector.yaml"));
    }
    return served ? served(folder) : checked(folder);
  }

  private static RuleExample checked(Path folder) {
    try {
      var project = Project.loadAll(ProjectFiles.of(List.of(folder)));
      var findings = new ArrayList<>(project.findings());
      if (findings.stream().noneMatch(Diagnostic::isError)) {
        for (var each : project.scenarios()) {
          var runner = new ScenarioRunner(each.program(), each.flow().connectors());
          findings.addAll(runner.run(each.file()).warnings());
        }
      }
      return new RuleExample(folder, findings, project);
    } catch (ProjectFiles.Unusable unusable) {
      throw new AssertionError(unusable);
    }
  }

  private static RuleExample served(Path folder) {
    Secrets none = _ -> Optional.empty();
    var loaded = DeploymentLoader.load(folder, none);
    return new RuleExample(folder, loaded.findings(), loaded.project());
  }

  private static void write(Path folder, RulePage.Block block) throws IOException {
    String text = block.text();
    switch (block.kind()) {
      case "yaml" -> Files.writeString(folder.resolve(FLOW), completed(text));
      case "yaml whole" -> Files.writeString(folder.resolve(FLOW), text);
      case "yaml enlarged" ->
          Files.writeString(folder.resolve(FLOW), completed(text) + "# note\n".repeat(80_000));
      case "yaml latin-1" ->
          Files.write(folder.resolve(FLOW), completed(text).getBytes(StandardCharsets.ISO_8859_1));
      case "yaml scenario" -> Files.writeString(folder.resolve("example.scenario.yaml"), text);
      case "yaml deployment", "yaml deployment served" ->
          Files.writeString(folder.resolve("callflow.yaml"), text);
      case "yaml connector" -> {
        String name = text.lines().findFirst().orElseThrow().replace("connector:", "").strip();
        Files.writeString(folder.resolve(name + ".connector.yaml"), text);
      }
      case String kind when FILE.matcher(kind).lookingAt() -> {
        var file = folder.resolve(FILE.matcher(kind).replaceFirst(""));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      case "text" -> {}
      case String kind -> throw new AssertionError("nobody knows what `" + kind + "` means");
    }
  }

  /// A part of a flow with what it can't do without; added below, so that lines keep their numbers.
  private static String completed(String part) {
    var text = new StringBuilder(part);
    if (!has(part, "states")) {
      text.append("states:\n  hello:\n    say: Hello and goodbye.\n    hangup: done\n");
    }
    if (!has(part, "flow")) text.append("flow: example\n");
    var first = STATE.matcher(text);
    if (!has(part, "start") && first.find()) {
      text.append("start: ").append(first.group(1)).append('\n');
    }
    return text.toString();
  }

  private static boolean has(String text, String key) {
    return text.startsWith(key + ":") || text.contains("\n" + key + ":");
  }

  List<Diagnostic> of(Rule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).toList();
  }

  /// What stands in the way besides findings of the rule; notes don't.
  List<Diagnostic> others(Rule rule) {
    return findings.stream()
        .filter(finding -> finding.rule() != rule)
        .filter(finding -> finding.severity() != Diagnostic.Severity.NOTE)
        .toList();
  }

  /// Findings as a person reads them, without the folder they lie in.
  String shown(List<Diagnostic> some) {
    String text = new TextRenderer(project::source, false).render(some);
    return text.replace(ProjectFiles.shown(folder) + "/", "");
  }
}
