package callflow.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes any text as part of a URL.
final class PercentEncoding {
  private static final String PLAIN = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /// Everything but letters, figures and `-._~` as `%XX`; a space is `%20`.
  ///
  /// @see "RFC 3986, sections 2.1 and 2.3"
  static String encode(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (unreserved(c)) encoded.append(c);
      else encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
    return encoded.toString();
  }

  private static boolean unreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
