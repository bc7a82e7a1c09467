package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses of a deployment: a scheme, a host, perhaps a port, a path where one is wanted, and
/// nothing else.
final class WebAddress {
  private static final int MAX_LENGTH = 500;
  private static final int MAX_PORT = 65_535;
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?i)localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1\\]");

  private WebAddress() {}

  /// `https`, or `http` on this machine; without a path, since ours begin there.
  static Optional<Located<URI>> web(Slot slot) {
    var address = read(slot, "https", "http", "`https://calls.example.com`");
    boolean bare = address.map(at -> at.value().getRawPath().matches("/?")).orElse(true);
    if (!bare) slot.mismatch("an address without a path", "end it after the host or the port");
    return address.filter(_ -> bare);
  }

  /// `wss`, or `ws` on this machine.
  static Optional<Located<URI>> socket(Slot slot) {
    return read(slot, "wss", "ws", "`wss://api.x.ai/v1/realtime`");
  }

  private static Optional<Located<URI>> read(
      Slot slot, String scheme, String open, String example) {
    Optional<Located<String>> word =
        slot.word("an address such as " + example)
            .filter(text -> BackendReader.hidesNothing(text, slot.findings()));
    if (word.isEmpty()) return Optional.empty();
    Optional<URI> address = address(word.get().value());
    if (address.isEmpty() || !isOneOf(address.get(), scheme, open)) {
      slot.mismatch("an address such as " + example, "write " + example);
      return Optional.empty();
    }
    boolean accepted = addsNothing(slot, address.get()) && staysClosed(slot, address.get(), scheme);
    return accepted ? Optional.of(word.get().map(_ -> address.get())) : Optional.empty();
  }

  private static Optional<URI> address(String text) {
    if (text.length() > MAX_LENGTH) return Optional.empty();
    try {
      var address = new URI(text);
      boolean whole = address.getScheme() != null && address.getHost() != null;
      return whole && address.getPort() <= MAX_PORT ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static boolean isOneOf(URI address, String scheme, String open) {
    String written = address.getScheme().toLowerCase(Locale.ROOT);
    return written.equals(scheme) || written.equals(open);
  }

  private static boolean addsNothing(Slot slot, URI address) {
    boolean plain =
        address.getRawQuery() == null
            && address.getRawFragment() == null
            && address.getRawUserInfo() == null;
    if (!plain) {
      slot.mismatch(
          "an address without `?`, `#` and `@`", "end it after the host, the port or the path");
    }
    return plain;
  }

  private static boolean staysClosed(Slot slot, URI address, String scheme) {
    boolean closed = address.getScheme().equalsIgnoreCase(scheme);
    if (closed || THIS_MACHINE.matcher(address.getHost()).matches()) return true;
    slot.findings()
        .add(
            Rule.UNSAFE_ADDRESS,
            slot.span(),
            slot.label()
                + " goes through the net unencrypted: `"
                + address.getScheme()
                + "` is for this machine alone",
            "write `" + scheme + "://` in place of `" + address.getScheme() + "://`");
    return false;
  }
}
