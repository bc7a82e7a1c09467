package callflow.parse;

import callflow.source.Located;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.syntax.DeploymentFile.GrokDecl;
import callflow.syntax.DeploymentFile.TurnDecl;
import callflow.value.AudioFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The section `grok:` of a deployment.
final class GrokReader {
  private static final SequencedMap<String, Dialect> DIALECTS =
      new TreeMap<>(Map.of("realtime", Dialect.REALTIME, "voice-agent", Dialect.VOICE_AGENT));
  private static final SequencedMap<String, AudioFormat> FORMATS = formats();
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
  private static final String EXAMPLE =
      "`grok:` and below it `model: grok-voice-think-fast-2.0` and `key: env:XAI_API_KEY`";

  /// The service takes no more.
  private static final int MAX_KEYTERMS = 100;

  private static final int MAX_KEYTERM_LENGTH = 50;
  private static final BigDecimal LEAST_THRESHOLD = new BigDecimal("0.1");
  private static final BigDecimal MOST_THRESHOLD = new BigDecimal("0.9");

  private static final Duration LEAST_SILENCE = Duration.ofMillis(100);
  private static final Duration LEAST_PREFIX = Duration.ofMillis(1);
  private static final Duration MOST_SILENCE_AND_PREFIX = Duration.ofSeconds(10);

  private GrokReader() {}

  private static SequencedMap<String, AudioFormat> formats() {
    var formats = new LinkedHashMap<String, AudioFormat>();
    formats.put("mu-law", AudioFormat.MU_LAW);
    formats.put("a-law", AudioFormat.A_LAW);
    for (int rate : List.of(8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)) {
      formats.put("pcm-" + rate, AudioFormat.pcm(rate));
    }
    return formats;
  }

  static Optional<GrokDecl> read(Slot slot) {
    return slot.fields("`grok`", EXAMPLE)
        .flatMap(map -> {
          var url = map.take("url").flatMap(WebAddress::socket);
          var dialect = map.take("dialect").flatMap(each -> each.oneOf(DIALECTS));
          var model =
              map.need("model", "`model: grok-voice-think-fast-2.0`").flatMap(GrokReader::model);
          var key = map.need("key", "`key: env:XAI_API_KEY`").flatMap(SecretReader::read);
          var audio = map.take("audio").flatMap(each -> each.oneOf(FORMATS));
          var turn = map.take("turn").map(GrokReader::turn).orElse(TurnDecl.NONE);
          var keyterms = map.take("keyterms").map(GrokReader::keyterms).orElse(List.of());
          map.close();
          return model.flatMap(named ->
              key.map(secret -> new GrokDecl(url, dialect, named, secret, audio, turn, keyterms)));
        });
  }

  private static Optional<Located<String>> model(Slot slot) {
    return slot.word("the name of a model")
        .filter(word -> {
          if (MODEL.matcher(word.value()).matches()) return true;
          slot.mismatch(
              "the name of a model", "write it as the service does: `grok-voice-think-fast-2.0`");
          return false;
        });
  }

  private static TurnDecl turn(Slot slot) {
    return slot.fields("`turn`", "`turn: { threshold: 0.6, silence: 500ms }`")
        .map(map -> {
          var turn =
              new TurnDecl(
                  map.take("threshold")
                      .flatMap(each -> each.decimal(LEAST_THRESHOLD, MOST_THRESHOLD)),
                  map.take("silence")
                      .flatMap(each -> each.duration(LEAST_SILENCE, MOST_SILENCE_AND_PREFIX)),
                  map.take("prefix")
                      .flatMap(each -> each.duration(LEAST_PREFIX, MOST_SILENCE_AND_PREFIX)));
          map.close();
          return turn;
        })
        .orElse(TurnDecl.NONE);
  }

  private static List<Located<String>> keyterms(Slot slot) {
    List<Slot> items = slot.oneOrMore();
    if (items.size() > MAX_KEYTERMS) {
      slot.mismatch(
          "at most " + MAX_KEYTERMS + " words", "keep those that are misheard most often");
    }
    return items.stream()
        .limit(MAX_KEYTERMS)
        .flatMap(item -> item.sentence(MAX_KEYTERM_LENGTH).stream())
        .toList();
  }
}
