package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever has happened to a flow, mending it makes nothing worse, and what is mended stays so.
class MendingTest {
  private static final int FLOWS = 60;
  private static final List<String> SLIPS =
      List.of("\t", " ", ":", "-", "#", "\"", "{", "}", ",", "?", "\u00A0", "x", "\n", "  ", "*");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {20260302, 7})
  void mending_a_damaged_flow_leaves_no_more_errors(long seed) throws Exception {
    var workplace = Workplace.in(folder);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".scenario.yaml")).toList()) {
        Files.delete(file);
      }
    }
    String whole = Files.readString(workplace.flow());
    var random = new Random(seed);
    for (int i = 0; i < FLOWS; i++) {
      Files.writeString(workplace.flow(), damaged(whole, random));
      mends(i + " with seed " + seed);
    }
  }

  private static String damaged(String whole, Random random) {
    var text = new StringBuilder(whole);
    int slips = 1 + random.nextInt(3);
    for (int i = 0; i < slips; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, SLIPS.get(random.nextInt(SLIPS.size())));
        case 1 -> text.deleteCharAt(at);
        default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
      }
    }
    return text.toString();
  }

  private void mends(String which) throws ProjectFiles.Unusable, IOException {
    var files = ProjectFiles.of(List.of(folder));

    var mending = Mending.of(files);
    MendedFiles.write(mending.drafts().values());
    var again = Mending.of(files);

    assertThat(Mending.errors(again.project()))
        .as(which)
        .isLessThanOrEqualTo(Mending.errors(mending.project()));
    assertThat(again.project().findings()).as(which).isEqualTo(mending.mended().findings());
  }
}
