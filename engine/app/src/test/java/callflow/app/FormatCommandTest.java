package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.compile.FlowCompiler;
import callflow.connector.pack.PackCatalog;
import callflow.diagnostic.Checked;
import callflow.parse.ConnectorParser;
import callflow.parse.FlowTidying;
import callflow.parse.SourceReader;
import callflow.program.Program;
import callflow.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
  private static final Path FLOWS = Path.of("../../flows");

  @TempDir Path folder;

  @Test
  void the_shipped_flows_are_in_order() {
    var run = CommandLineRun.of("format", "--check", FLOWS.toString());

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void a_flow_is_put_in_order_and_then_is_in_order() throws IOException {
    var workplace =
        Workplace.in(folder).change("    say: Welcome", "    # hello\n    say: Welcome");
    workplace.change(
        "    # hello\n    say: Welcome to Northwind Energy.\n    next: identify",
        "    next: identify\n    # hello\n    say: Welcome to Northwind Energy.");

    assertThat(format("--check").exit()).isEqualTo(Main.FINDINGS);
    assertThat(format("--check").out()).contains("is not in order");
    assertThat(format().out()).contains("put in order");
    assertThat(format("--check").exit()).isZero();
    assertThat(Files.readString(workplace.flow()))
        .contains("    # hello\n    say: Welcome to Northwind Energy.\n    next: identify\n");
  }

  @Test
  void a_file_with_errors_is_left_as_it_is_and_says_why() throws IOException {
    var workplace = Workplace.in(folder).change("type: money", "typo: money");
    String before = Files.readString(workplace.flow());

    var run = format();

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("is left as it is: mend");
    assertThat(Files.readString(workplace.flow())).isEqualTo(before);
  }

  @Test
  void shuffled_flows_mean_the_same_keep_every_comment_and_stay_in_order() throws IOException {
    for (var file : shipped()) {
      var program = program(file);
      for (int seed = 0; seed < 40; seed++) {
        var shuffled = new SourceFile(file.path(), shuffled(file.text(), new Random(seed)));

        String tidy = FlowTidying.tidy(shuffled).text().orElseThrow();

        var again = new SourceFile(file.path(), tidy);
        assertThat(program(again).id())
            .as("%s, seed %d", file.path(), seed)
            .isEqualTo(program.id());
        assertThat(comments(tidy)).isEqualTo(comments(shuffled.text()));
        assertThat(FlowTidying.tidy(again).text()).contains(tidy);
      }
    }
  }

  private CommandLineRun format(String... options) {
    var arguments = new ArrayList<>(List.of("format"));
    arguments.addAll(List.of(options));
    arguments.add(folder.toString());
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static List<SourceFile> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(FLOWS)) {
      return files
          .filter(file -> file.toString().endsWith(ProjectFiles.FLOW))
          .sorted()
          .map(file -> passed(SourceReader.read(file, file.toString())))
          .toList();
    }
  }

  private static Program program(SourceFile file) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(file.path()).resolveSibling("."))) {
      var connectors =
          files
              .filter(each -> each.toString().endsWith(ProjectFiles.CONNECTOR))
              .sorted()
              .map(each -> passed(SourceReader.read(each, each.toString())))
              .map(each -> ConnectorParser.parse(each).value().orElseThrow())
              .toList();
      return passed(FlowCompiler.compile(file, new PackCatalog(connectors, List.of())));
    }
  }

  private static <T> T passed(Checked<T> checked) {
    return switch (checked) {
      case Checked.Passed<T>(var value, _) -> value;
      case Checked.Failed<T>(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  /// The sections of a flow, and the keys of its states, in another order, indented by four, with
  /// comments in between.
  private static String shuffled(String text, Random chance) {
    var sections = new ArrayList<>(chunks(text, 0));
    Collections.shuffle(sections, chance);
    var mixed = new StringBuilder();
    for (String section : sections) {
      mixed.append("# about ").append(section.lines().findFirst().orElse("")).append('\n');
      if (section.startsWith("states:")) {
        mixed.append("states:\n");
        for (String state : chunks(section.substring("states:\n".length()), 2)) {
          int body = state.indexOf('\n') + 1;
          var keys = new ArrayList<>(chunks(state.substring(body), 4));
          Collections.shuffle(keys, chance);
          mixed.append(state, 0, body);
          keys.forEach(
              key -> mixed.append("    # ").append(chance.nextInt(99)).append('\n').append(key));
        }
      } else {
        mixed.append(section);
      }
    }
    return widened(mixed.toString());
  }

  /// Pieces that begin with a line indented by exactly so much.
  private static List<String> chunks(String text, int indent) {
    var chunks = new ArrayList<String>();
    for (String line : text.lines().toList()) {
      boolean begins =
          line.length() > indent
              && line.substring(0, indent).isBlank()
              && line.charAt(indent) != ' '
              && line.charAt(indent) != '#';
      if (begins || chunks.isEmpty()) chunks.add("");
      chunks.set(chunks.size() - 1, chunks.getLast() + line + "\n");
    }
    return chunks;
  }

  private static String widened(String text) {
    var wide = new StringBuilder();
    for (String line : text.lines().toList()) {
      int blanks = line.length() - line.stripLeading().length();
      String rest = line.substring(blanks);
      wide.append(" ".repeat(2 * blanks));
      wide.append(rest.startsWith("- ") ? "-   " + rest.substring(2) : rest).append('\n');
    }
    return wide.toString();
  }

  private static List<String> comments(String text) {
    return Arrays.stream(text.split("\n", -1))
        .filter(line -> line.contains("#"))
        .map(line -> line.substring(line.indexOf('#')).strip())
        .sorted()
        .toList();
  }
}
