package callflow.connector.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keeps requests out of private networks: a connector's host name may lead anywhere.
///
/// It asks for the addresses right before each request. The JDK keeps a look-up for 30 seconds, so
/// the connection goes to one of the addresses that were judged.
final class AddressGuard {

  /// Asks for the addresses of a host; the JDK's own way but in tests.
  @FunctionalInterface
  interface Resolver {
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  static final Resolver SYSTEM = host -> Arrays.asList(InetAddress.getAllByName(host));

  private final Resolver resolver;

  AddressGuard(Resolver resolver) {
    this.resolver = resolver;
  }

  /// The first address of the host that must not be asked; empty when all may.
  Optional<InetAddress> forbidden(String host) throws UnknownHostException {
    return resolver.addresses(host).stream().filter(ReservedAddresses::contain).findFirst();
  }
}
