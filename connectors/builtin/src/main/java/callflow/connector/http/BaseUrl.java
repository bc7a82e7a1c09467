package callflow.connector.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where a connector's requests go: scheme, host, port and the start of the path.
///
/// @param uri without a slash at its end, a query or a fragment
record BaseUrl(URI uri, boolean allowPrivate) {

  /// Reads a base URL, or says what is wrong with it in a phrase that follows its name.
  static Read read(String text, boolean allowPrivate) {
    URI uri;
    try {
      uri = new URI(text.strip().replaceAll("/+$", ""));
    } catch (URISyntaxException _) {
      return new Read.Unusable("is not a URL", Optional.of("write it as https://host/path"));
    }
    return trouble(uri, allowPrivate)
        .orElseGet(() -> new Read.Good(new BaseUrl(uri, allowPrivate)));
  }

  private static Optional<Read> trouble(URI uri, boolean allowPrivate) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return unusable("needs to start with https://", "write it as https://host/path");
    }
    if (uri.getRawUserInfo() != null) return Optional.of(new Read.ShowsCredentials());
    if (uri.getHost() == null) {
      return unusable("names no host", "write it as https://host/path");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return unusable(
          "has a `?` or `#` part", "put query values under `query:` of each operation's request");
    }
    if (scheme.equals("http") && !allowPrivate) {
      return unusable(
          "is not encrypted",
          "write https://, or `allow_private: true` for a system in your own network");
    }
    if (!allowPrivate && leadsInside(uri)) {
      return unusable(
          "is not a public address",
          "write `allow_private: true` for a system in your own network");
    }
    return Optional.empty();
  }

  /// Whether the host is written as a number that is not public; names are judged when asked.
  private static boolean leadsInside(URI uri) {
    try {
      return ReservedAddresses.contain(InetAddress.ofLiteral(bare(uri.getHost())));
    } catch (IllegalArgumentException notNumeric) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Optional<Read> unusable(String reason, String hint) {
    return Optional.of(new Read.Unusable(reason, Optional.of(hint)));
  }

  boolean encrypted() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /// The host without the brackets of an IPv6 literal.
  String host() {
    return bare(uri.getHost());
  }

  /// What reading came to.
  sealed interface Read {
    record Good(BaseUrl url) implements Read {}

    record Unusable(String reason, Optional<String> hint) implements Read {}

    record ShowsCredentials() implements Read {}
  }
}
