package callflow.simulator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.VoiceSetup;
import callflow.simulator.drive.Cue;
import callflow.simulator.drive.ModelAct;
import callflow.simulator.drive.Scene;
import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever callers say, the rehearsal model asks only for what the session offers, with values
/// that fit.
class OnlyWhatIsOfferedTest {
  private static final int SENTENCES = 5_000;
  private static final List<String> VOCABULARY =
      List.of(
          "one",
          "two",
          "eight",
          "twenty",
          "hundred",
          "thousand",
          "and",
          "point",
          "double",
          "oh",
          "1990",
          "12345678",
          "4711",
          "02/02/1990",
          "84.20",
          "€",
          "euros",
          "cents",
          "dollars",
          "the",
          "first",
          "of",
          "february",
          "may",
          "no",
          "yes",
          "not",
          "sorry",
          "pay",
          "bill",
          "owe",
          "much",
          "how",
          "agent",
          "meter",
          "gas",
          "power",
          "account",
          "born",
          "my",
          "is",
          "today",
          "?",
          ",",
          "search",
          "articles",
          "minus",
          "that",
          "again");

  @ParameterizedTest
  @ValueSource(longs = {7, 20_260_105})
  void in_any_session(long seed) {
    var random = new Random(seed);
    var model = new RehearsalModel();
    for (int i = 0; i < SENTENCES; i++) {
      String words = sentence(random);
      var scene = session(random).scene();

      var acts = model.act(scene, new Cue.Heard(words));

      assertThat(acts)
          .as("seed %d, sentence %d: %s", seed, i, words)
          .allMatch(act -> isOffered(scene, act));
    }
  }

  private static boolean isOffered(Scene scene, ModelAct act) {
    return switch (act) {
      case ModelAct.Speak(var words) -> !words.isBlank();
      case ModelAct.Request(var tool, var arguments) when tool.equals(VoiceSetup.RECORD) ->
          !arguments.isEmpty()
              && arguments.values().entrySet().stream()
                  .allMatch(entry -> mayRecord(scene, entry.getKey(), entry.getValue()));
      case ModelAct.Request(var tool, var arguments) when tool.equals(VoiceSetup.CHOOSE) ->
          scene.setup().moves().stream()
              .anyMatch(move ->
                  arguments.get("move").orElseThrow().toString().equals(move.name().value()));
      case ModelAct.Request(var tool, var arguments) ->
          Optional.ofNullable(scene.setup().tools().get(tool))
              .filter(offered ->
                  offered.arguments().fields().keySet().containsAll(arguments.values().keySet()))
              .isPresent();
    };
  }

  private static boolean mayRecord(Scene scene, String name, Value value) {
    return Stream.concat(scene.setup().collecting().stream(), scene.setup().volunteered().stream())
        .filter(fillable -> fillable.variable().value().equals(name))
        .anyMatch(fillable -> Fit.of(fillable.type(), value) instanceof Fit.Fits);
  }

  private static String sentence(Random random) {
    return random
        .ints(random.nextInt(14), 0, VOCABULARY.size())
        .mapToObj(VOCABULARY::get)
        .collect(Collectors.joining(" "));
  }

  private static Session session(Random random) {
    var session = new Session();
    var digits = new Type.Digits(Optional.of(8), Optional.of(8));
    var euros =
        new Type.Money("EUR", Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(2000)));
    if (random.nextBoolean()) session.collects("account", digits, "the account number");
    if (random.nextBoolean()) session.asksItself("birth_date", Types.DATE, "date of birth");
    if (random.nextBoolean()) session.knows("account");
    if (random.nextBoolean()) session.takes("amount", euros, "");
    if (random.nextBoolean())
      session.takes("count", new Type.Whole(Optional.empty(), Optional.empty()), "");
    if (random.nextBoolean()) session.offers("pay", "wants to pay", "pay my bill");
    if (random.nextBoolean()) session.offers("to_agent", "asks for a person", "agent");
    if (random.nextBoolean()) session.hasTool("balance", "", Type.Struct.OPEN, "how much do I owe");
    if (random.nextInt(5) == 0) session.confirming();
    return session;
  }
}
