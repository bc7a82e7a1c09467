package callflow.connector.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Addresses that are not on the public internet: private, shared, loopback, link-local (clouds
/// answer with credentials there), documentation, multicast, tunnels to any of them.
///
/// @see "IANA IPv4 and IPv6 Special-Purpose Address Registries"
final class ReservedAddresses {
  private static final List<Block> IPV4 =
      List.of(
          Block.v4(0, 0, 0, 8),
          Block.v4(10, 0, 0, 8),
          Block.v4(100, 64, 0, 10),
          Block.v4(127, 0, 0, 8),
          Block.v4(169, 254, 0, 16),
          Block.v4(172, 16, 0, 12),
          Block.v4(192, 0, 0, 24),
          Block.v4(192, 0, 2, 24),
          Block.v4(192, 88, 99, 24),
          Block.v4(192, 168, 0, 16),
          Block.v4(198, 18, 0, 15),
          Block.v4(198, 51, 100, 24),
          Block.v4(203, 0, 113, 24),
          Block.v4(224, 0, 0, 4),
          Block.v4(240, 0, 0, 4));

  /// The only IPv6 block that is routed publicly; the rest (`::1`, `fc00::/7`, `fe80::/10`, NAT64,
  /// multicast) is refused as a whole.
  private static final Block IPV6_PUBLIC = Block.v6("2000", 3);

  /// Parts of the public block that lead elsewhere: Teredo and other tunnels, documentation, 6to4.
  private static final List<Block> IPV6_RESERVED =
      List.of(
          Block.v6("20010000", 23),
          Block.v6("20010db8", 32),
          Block.v6("2002", 16),
          Block.v6("3fff", 20));

  private ReservedAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] octets = address.getAddress();
    return address instanceof Inet4Address
        ? IPV4.stream().anyMatch(block -> block.contains(octets))
        : !IPV6_PUBLIC.contains(octets)
            || IPV6_RESERVED.stream().anyMatch(block -> block.contains(octets));
  }

  /// Addresses that share their first `bits` bits.
  private static final class Block {
    private final byte[] start;
    private final int bits;

    private Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block v4(int first, int second, int third, int bits) {
      return new Block(new byte[] {(byte) first, (byte) second, (byte) third, 0}, bits);
    }

    static Block v6(String hex, int bits) {
      return new Block(Arrays.copyOf(HexFormat.of().parseHex(hex), 16), bits);
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
      }
      return true;
    }
  }
}
