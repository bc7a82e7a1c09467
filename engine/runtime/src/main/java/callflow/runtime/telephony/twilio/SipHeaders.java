package callflow.runtime.telephony.twilio;

import callflow.engine.call.CallInfo;
import callflow.runtime.server.Form;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The headers of a SIP call, which Twilio passes on as fields named `SipHeader_X-…`.
final class SipHeaders {
  private static final String FIELD = "SipHeader_";

  /// More than these are not kept.
  private static final int MOST = 32;

  /// Longer ones are not kept.
  private static final int LONGEST = 256;

  private SipHeaders() {}

  static SequencedMap<String, String> of(Form form) {
    var headers = new LinkedHashMap<String, String>();
    for (var field : form.fields().entrySet()) {
      boolean kept =
          field.getKey().startsWith(FIELD)
              && field.getKey().length() <= LONGEST
              && field.getValue().length() <= LONGEST
              && headers.size() < MOST;
      if (kept) {
        headers.putIfAbsent(
            CallInfo.named(field.getKey().substring(FIELD.length())), field.getValue());
      }
    }
    return headers;
  }
}
