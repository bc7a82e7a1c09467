package callflow.program;

import java.math.BigDecimal;
import java.util.Locale;

/// How the agent sounds. Fixed for the whole call, except the language and the speed.
///
/// @param language a BCP 47 tag, or `auto`: the service listens in any language
public record VoiceSettings(String name, String language, BigDecimal speed) {

  /// The same voice in another language.
  public VoiceSettings in(String other) {
    return new VoiceSettings(name, other, speed);
  }

  /// The language in which amounts and dates are spoken.
  public Locale locale() {
    return language.equals("auto") ? Locale.ENGLISH : Locale.forLanguageTag(language);
  }
}
