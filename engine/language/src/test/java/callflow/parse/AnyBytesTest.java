package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.JsonRenderer;
import callflow.diagnostic.TextRenderer;
import callflow.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a file holds, the answer is a value or findings, never an exception.
class AnyBytesTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 4_000);
  private static final String SIGNS = "{}[]:,-?|>&*!%@`'\"#~ \n\t\\$<=.0aé";

  @Test
  void random_bytes_are_answered() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 7_000_000L + round;
      var random = new Random(seed);
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      answered(seed, bytes);
    }
  }

  @Test
  void random_signs_of_yaml_are_answered() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 8_000_000L + round;
      var random = new Random(seed);
      var text = new StringBuilder();
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      answered(seed, text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void goldens_with_a_few_changes_are_answered() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Path file :
        Stream.concat(Sources.in("shape").stream(), Sources.in("ok").stream()).toList()) {
      if (file.toString().endsWith(".yaml")) files.add(Files.readAllBytes(file));
    }
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 9_000_000L + round;
      var random = new Random(seed);
      answered(seed, changed(files.get(random.nextInt(files.size())), random));
    }
  }

  private static byte[] changed(byte[] file, Random random) {
    var text = new StringBuilder(new String(file, StandardCharsets.UTF_8));
    for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to));
        case 2 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void answered(long seed, byte[] bytes) {
    assertThatCode(
            () -> {
              if (!(SourceReader.decode("f", bytes)
                  instanceof Checked.Passed<SourceFile>(var source, _))) {
                return;
              }
              everyParser(source);
            })
        .as("seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8))
        .doesNotThrowAnyException();
  }

  private static void everyParser(SourceFile source) {
    var parsers =
        List.of(
            FlowParser.parse(source),
            ConnectorParser.parse(source),
            ScenarioParser.parse(source),
            DeploymentParser.parse(source));
    var text = new TextRenderer(_ -> Optional.of(source), false);
    var json = new JsonRenderer(Pointers.in(_ -> Optional.of(source)));
    for (Parsed<?> parsed : parsers) {
      assertThat(
              parsed.value().isPresent()
                  || parsed.diagnostics().stream().anyMatch(Diagnostic::isError))
          .as("a value or an error")
          .isTrue();
      text.render(parsed.diagnostics());
      json.render(parsed.diagnostics());
    }
  }
}
