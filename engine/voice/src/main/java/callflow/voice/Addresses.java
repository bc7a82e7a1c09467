package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts parameters into an address.
final class Addresses {
  private Addresses() {}

  /// The address with these parameters in place of its own of the same names, its others kept as
  /// they were written. An empty value leaves its parameter out.
  static URI with(URI address, SequencedMap<String, String> parameters) {
    String query = address.getRawQuery();
    var kept =
        Stream.of((query == null ? "" : query).split("&"))
            .filter(pair -> !pair.isEmpty())
            .filter(pair -> !parameters.containsKey(pair.split("=", 2)[0]));
    var ours =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getValue().isEmpty())
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()));
    String whole = Stream.concat(kept, ours).collect(Collectors.joining("&"));
    String bare = address.toString().split("[?#]", 2)[0];
    return URI.create(whole.isEmpty() ? bare : bare + "?" + whole);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
