package callflow.parse;

import callflow.source.Located;
import callflow.syntax.DeploymentFile.ListenAddress;
import callflow.syntax.DeploymentFile.ServerDecl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The section `server:` of a deployment.
final class ServerReader {
  private static final String EXAMPLE = "`public_url: https://calls.example.com`";
  private static final Pattern LISTEN =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]):([0-9]{1,5})");
  private static final int MAX_PORT = 65_535;

  private ServerReader() {}

  static Optional<ServerDecl> read(Slot slot) {
    return slot.fields("`server`", "`server:` and below it " + EXAMPLE)
        .flatMap(map -> {
          var listen = map.take("listen").flatMap(ServerReader::listen);
          var url = map.need("public_url", EXAMPLE).flatMap(WebAddress::web);
          map.close();
          return url.map(reached -> new ServerDecl(listen, reached));
        });
  }

  private static Optional<Located<ListenAddress>> listen(Slot slot) {
    Optional<Located<String>> word = slot.word("an address and a port");
    Optional<Located<ListenAddress>> address =
        word.flatMap(text -> address(text.value()).map(found -> new Located<>(found, text.span())));
    if (word.isPresent() && address.isEmpty()) {
      slot.mismatch("an address and a port up to " + MAX_PORT, "write `127.0.0.1:8080`");
    }
    return address;
  }

  private static Optional<ListenAddress> address(String text) {
    Matcher matcher = LISTEN.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    int port = Integer.parseInt(matcher.group(2));
    String host = matcher.group(1).replaceAll("[\\[\\]]", "");
    return port <= MAX_PORT ? Optional.of(new ListenAddress(host, port)) : Optional.empty();
  }
}
