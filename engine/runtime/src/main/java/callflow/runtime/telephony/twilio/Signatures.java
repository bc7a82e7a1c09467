package callflow.runtime.telephony.twilio;

import callflow.runtime.server.Form;
import callflow.runtime.server.Request;
import com.twilio.security.RequestValidator;
import java.util.List;
import java.util.Map;

/// Tells Twilio's requests from everybody else's.
final class Signatures {
  private static final String HEADER = "X-Twilio-Signature";

  private final TwilioSettings settings;
  private final List<RequestValidator> validators;

  Signatures(TwilioSettings settings) {
    this.settings = settings;
    this.validators =
        settings.authTokens().stream().map(t -> new RequestValidator(t.reveal())).toList();
  }

  /// Whether a webhook is signed over our public URL and these fields.
  ///
  /// Field names and values are joined without a mark between them, so that `CallSi=dCA1` passes
  /// like `CallSid=CA1`: whoever reads a field must check its shape. There is no time in it either,
  /// so old requests pass for ever.
  boolean right(Request request, Form form) {
    return right(request, settings.webhook(request.target()), form.fields());
  }

  /// Whether the upgrade of a media socket is signed.
  boolean rightUpgrade(Request request) {
    return right(request, settings.socket(request.target()), Map.of());
  }

  private boolean right(Request request, String url, Map<String, String> fields) {
    return request.header(HEADER).stream()
        .anyMatch(
            signature -> validators.stream().anyMatch(v -> v.validate(url, fields, signature)));
  }
}
