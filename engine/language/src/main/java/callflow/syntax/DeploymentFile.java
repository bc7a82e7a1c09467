package callflow.syntax;

import callflow.source.Located;
import callflow.value.AudioFormat;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One `callflow.yaml` as its operator wrote it: which telephone numbers lead to which flows, and
/// what the server needs for that. What may be left out and is has no value here.
///
/// @param lines at least one, each number once
/// @param twilio there when a line comes by it
/// @param switches the path of the file in which switches stand, as written, relative to this file
public record DeploymentFile(
    List<LineDecl> lines,
    GrokDecl grok,
    Optional<TwilioDecl> twilio,
    ServerDecl server,
    LimitsDecl limits,
    Optional<Located<String>> switches) {
  public DeploymentFile {
    lines = List.copyOf(lines);
  }

  /// One entry of `lines:`.
  ///
  /// @param number E.164, or [#ANY_NUMBER]
  /// @param language in which calls begin; without one the flow decides
  /// @param flow the path of a folder or a flow file, as written, relative to this file
  public record LineDecl(
      Located<String> number,
      Located<String> flow,
      Located<Carrier> carrier,
      Optional<Located<String>> language) {
    /// The line of all numbers that have none of their own.
    public static final String ANY_NUMBER = "*";
  }

  /// Who brings a line's calls.
  public enum Carrier {
    TWILIO
  }

  /// `grok:`, the voice service.
  public record GrokDecl(
      Optional<Located<URI>> url,
      Optional<Located<Dialect>> dialect,
      Located<String> model,
      Located<SecretReference> key,
      Optional<Located<AudioFormat>> audio,
      TurnDecl turn,
      List<Located<String>> keyterms) {
    public GrokDecl {
      keyterms = List.copyOf(keyterms);
    }
  }

  /// Which of its two protocols the voice service speaks.
  public enum Dialect {
    REALTIME,
    VOICE_AGENT
  }

  /// `turn:`, when a caller's turn is taken for begun and ended.
  ///
  /// @param threshold 0.1 to 0.9
  /// @param silence 100 ms to 10 s
  /// @param prefix 1 ms to 10 s
  public record TurnDecl(
      Optional<Located<BigDecimal>> threshold,
      Optional<Located<Duration>> silence,
      Optional<Located<Duration>> prefix) {
    public static final TurnDecl NONE =
        new TurnDecl(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// `twilio:`.
  ///
  /// @param authTokens one, or two while it is being changed
  public record TwilioDecl(List<Located<SecretReference>> authTokens) {
    public TwilioDecl {
      authTokens = List.copyOf(authTokens);
    }
  }

  /// `server:`.
  ///
  /// @param publicUrl how the carrier reaches us: `https`, or `http` on this machine; no query
  public record ServerDecl(Optional<Located<ListenAddress>> listen, Located<URI> publicUrl) {}

  /// Where the server listens.
  ///
  /// @param port 0 takes any free one
  public record ListenAddress(String host, int port) {}

  /// `limits:`.
  ///
  /// @param calls at most so many at a time
  /// @param busy what one caller too many is told
  public record LimitsDecl(
      Optional<Located<Integer>> calls,
      Optional<Located<Integer>> grokSessions,
      Optional<Located<String>> busy) {
    public static final LimitsDecl NONE =
        new LimitsDecl(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Where a secret is to be had; never the secret itself.
  public sealed interface SecretReference {
    /// `env:NAME`.
    record Environment(String variable) implements SecretReference {}

    /// `file:path`, relative to the deployment file.
    record File(String path) implements SecretReference {}
  }
}
