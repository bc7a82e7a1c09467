package callflow.connector.http;

import static callflow.connector.operation.Sample.BEARER;
import static callflow.connector.operation.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.operation.AnOperation;
import callflow.connector.operation.Sample;
import callflow.syntax.ConnectorFile.Backend;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1"
      })
  void an_address_that_is_not_public_is_refused(String address) throws Exception {
    assertThat(ReservedAddresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "198.17.255.255",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "3ffe::1"
      })
  void a_public_address_is_not(String address) throws Exception {
    assertThat(ReservedAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void one_private_address_among_public_ones_is_enough_to_refuse() throws Exception {
    var result = ask(host -> List.of(address("1.1.1.1"), address("169.254.169.254")));

    assertThat(result)
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.kind()).isEqualTo(Kind.UNREACHABLE);
              assertThat(broken.message())
                  .contains("`api.example`", "169.254.169.254", "allow_private");
              assertThat(broken.retryable()).isFalse();
            });
  }

  @Test
  void a_host_nobody_knows_is_unreachable_and_named() throws Exception {
    var result =
        ask(host -> {
          throw new UnknownHostException(host);
        });

    assertThat(result).isInstanceOf(Broken.class).asString().contains("`api.example`", "not known");
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  private static callflow.value.ToolResult ask(AddressGuard.Resolver resolver)
      throws InterruptedException {
    var backend = new Backend.Http(at("https://api.example"), BEARER, Optional.empty(), false);
    var file = Sample.http(backend, AnOperation.named("look").http("GET", "/"));
    try (var connector =
        Sample.whole(HttpConnector.open(file, backend, Sample.SECRETS, resolver))) {
      return Sample.ask(connector, "look");
    }
  }
}
