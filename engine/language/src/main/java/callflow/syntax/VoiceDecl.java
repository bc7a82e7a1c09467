package callflow.syntax;

import callflow.source.Located;
import java.math.BigDecimal;
import java.util.Optional;

/// `voice:` of a flow: how the agent sounds.
public record VoiceDecl(
    Optional<Located<String>> name,
    Optional<Located<String>> language,
    Optional<Located<BigDecimal>> speed) {
  public static final VoiceDecl NONE =
      new VoiceDecl(Optional.empty(), Optional.empty(), Optional.empty());
}
