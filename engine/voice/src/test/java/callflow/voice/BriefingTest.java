package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Mode;
import callflow.value.Type;
import callflow.voice.Brief.Function;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BriefingTest {
  private static final Map<String, VoiceSetup> SETUPS =
      Map.of(
          "identify", Northwind.identify(),
          "menu", Northwind.menu(),
          "payment", Northwind.payment(),
          "confirmation", Northwind.confirmation());

  @TestFactory
  Stream<DynamicTest> the_model_reads_exactly_this() {
    return each((name, setup) -> Goldens.compare("brief-" + name + ".expected", print(setup)));
  }

  @TestFactory
  Stream<DynamicTest> what_was_offered_can_be_told_from_the_frames_alone() {
    return each((_, setup) -> assertThat(readBack(setup)).isEqualTo(withoutPersona(setup)));
  }

  @Test
  void a_function_that_could_do_nothing_is_not_offered() {
    var nothing =
        new VoiceSetup(
            "",
            "Chat.",
            Mode.CONVERSATION,
            List.of(),
            List.of(),
            List.of(),
            new LinkedHashMap<>(),
            Northwind.ARA);

    assertThat(Briefing.of(nothing).functions()).isEmpty();
  }

  @Test
  void while_the_engine_waits_for_a_yes_the_model_is_told_to_keep_silent() {
    assertThat(Briefing.of(Northwind.confirmation()).instructions())
        .contains("Keep silent: do not answer, do not speak; only use the functions.");
    assertThat(Briefing.of(Northwind.payment()).instructions()).doesNotContain("Keep silent");
  }

  @Test
  void words_of_others_are_read_as_far_as_they_go() {
    var choose =
        new Function(
            VoiceSetup.CHOOSE,
            "Choose!",
            SchemaReading.struct(
                    """
                    {"type":"object","properties":{"move":{"type":"string","enum":["a","b"]}}}\
                    """)
                .orElseThrow());
    var record = new Function(VoiceSetup.RECORD, "", Type.Struct.OPEN);

    var setup = BriefReading.setup(new Brief("", List.of(choose, record)), Northwind.ARA);

    assertThat(setup.moves()).extracting(offer -> offer.name().value()).containsExactly("a", "b");
    assertThat(setup.collecting()).isEmpty();
  }

  private interface Check {
    void of(String name, VoiceSetup setup);
  }

  private static Stream<DynamicTest> each(Check check) {
    return SETUPS.entrySet().stream()
        .map(
            it -> DynamicTest.dynamicTest(it.getKey(), () -> check.of(it.getKey(), it.getValue())));
  }

  private static String print(VoiceSetup setup) {
    var brief = Briefing.of(setup);
    var functions =
        brief.functions().stream()
            .map(function ->
                "== %s\n%s\n%s\n"
                    .formatted(
                        function.name(),
                        function.description(),
                        MadeUpSessions.json(JsonSchema.json(function.parameters()))
                            .toPrettyString()))
            .toList();
    return brief.instructions() + "\n\n" + String.join("\n", functions);
  }

  /// By way of the wire, where a tool is text.
  private static VoiceSetup readBack(VoiceSetup setup) {
    var brief = Briefing.of(setup);
    var functions =
        Stream.concat(
                Tools.flat(brief.functions()).values().stream(),
                Tools.nested(brief.functions()).values().stream())
            .map(JsonWriting::write)
            .map(tool -> SchemaReading.function(tool).orElseThrow())
            .distinct()
            .toList();
    return withoutPersona(
        BriefReading.setup(new Brief(brief.instructions(), functions), setup.voice()));
  }

  private static VoiceSetup withoutPersona(VoiceSetup setup) {
    return new VoiceSetup(
        "",
        "",
        setup.mode(),
        setup.collecting(),
        setup.volunteered(),
        setup.moves(),
        setup.tools(),
        setup.voice());
  }
}
