package callflow.runtime.telephony.twilio;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// What a deployment tells about its Twilio account.
///
/// @param publicUrl where Twilio reaches us, such as `https://calls.example.com`; signatures are
///   checked over it and never over what a header says. `http` only on the loopback
/// @param authTokens each of them signs; two while one replaces the other
/// @param path where our addresses begin
/// @param language of the sentences that Twilio speaks, as in `en-US`
/// @param calls at the same time; further ones hear the busy tone
/// @param unprovenSockets media sockets at the same time that have not shown a ticket yet
public record TwilioSettings(
    URI publicUrl,
    List<AuthToken> authTokens,
    String path,
    String language,
    int calls,
    int unprovenSockets,
    TwilioTimings timings) {
  private static final int MOST_TOKENS = 2;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public TwilioSettings {
    authTokens = List.copyOf(authTokens);
    check(isOrigin(publicUrl), "publicUrl must be like https://calls.example.com: " + publicUrl);
    check(!authTokens.isEmpty(), "no auth token");
    check(authTokens.size() <= MOST_TOKENS, "more than two auth tokens");
    check(path.matches("(/[a-z0-9-]+)+"), "path must be like /twilio: " + path);
    check(language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "no language: " + language);
    check(calls > 0, "calls is " + calls);
    check(unprovenSockets > 0, "unprovenSockets is " + unprovenSockets);
  }

  /// The usual settings.
  public TwilioSettings(URI publicUrl, List<AuthToken> authTokens) {
    this(publicUrl, authTokens, "/twilio", "en-US", 2_000, 500, TwilioTimings.DEFAULT);
  }

  /// An address of ours as Twilio knows it.
  ///
  /// @param target path and query
  String webhook(String target) {
    return publicUrl + target;
  }

  /// The same for a WebSocket.
  String socket(String target) {
    return publicUrl.toString().replaceFirst("^http", "ws") + target;
  }

  private static boolean isOrigin(URI url) {
    var host = url.getHost();
    if (host == null || url.getUserInfo() != null || !url.getRawPath().isEmpty()) return false;
    if (url.getRawQuery() != null || url.getRawFragment() != null) return false;
    return "https".equals(url.getScheme())
        || ("http".equals(url.getScheme()) && LOOPBACK.contains(host));
  }

  private static void check(boolean right, String trouble) {
    if (!right) throw new IllegalArgumentException(trouble);
  }
}
