package callflow.fakegrok.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /// The example of Twilio's own documentation.
  @Test
  void form_is_signed_with_its_fields_in_alphabetical_order() {
    var form = new LinkedHashMap<String, String>();
    form.put("To", "+18005551212");
    form.put("Digits", "1234");
    form.put("CallSid", "CA1234567890ABCDE");
    form.put("From", "+14158675309");
    form.put("Caller", "+14158675309");

    var signature =
        Signature.of(URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"), form, "12345");

    assertThat(signature).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void socket_is_signed_by_its_address_alone() {
    assertThat(Signature.of(URI.create("wss://mycompany.com/media"), Map.of(), "12345"))
        .isEqualTo("okykUWKkAOgQseVjzERZh4soLeU=");
  }
}
