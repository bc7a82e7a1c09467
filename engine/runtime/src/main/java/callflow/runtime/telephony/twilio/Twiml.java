package callflow.runtime.telephony.twilio;

import callflow.runtime.server.Response;
import callflow.runtime.telephony.CallLeg.TransferOrder;
import java.time.Duration;
import java.util.List;

/// Writes the orders Twilio gets as answers.
///
/// Written by hand: the vendor's builder takes a second when it is first used.
final class Twiml {
  /// Of all sentences of one answer; Twilio takes 4096 in one `<Say>`.
  static final int MOST_SAID = 4_000;

  /// Twilio's bounds for the ring time of a `<Dial>`.
  private static final long LEAST_RING = 5;

  private static final long MOST_RING = 600;

  private final TwilioSettings settings;

  Twiml(TwilioSettings settings) {
    this.settings = settings;
  }

  /// The caller's sound goes to our media socket; when it ends, Twilio asks for the next step.
  String connect(String step, String ticket) {
    return response(
        "<Connect action=\""
            + address("/continue/" + step)
            + "\"><Stream url=\""
            + escaped(settings.socket(settings.path() + "/media"))
            + "\" statusCallback=\""
            + address("/status")
            + "\"><Parameter name=\"ticket\" value=\""
            + escaped(ticket)
            + "\"/></Stream></Connect>");
  }

  String hangUp(List<String> sentences) {
    return response(said(sentences) + "<Hangup/>");
  }

  String dial(TransferOrder order, String step) {
    return response(
        said(order.unsaid())
            + "<Dial answerOnBridge=\"true\" timeout=\""
            + ring(order.ring())
            + "\""
            + callerId(order)
            + " action=\""
            + address("/dialled/" + step)
            + "\">"
            + target(order.to())
            + "</Dial>");
  }

  private static String callerId(TransferOrder order) {
    return order.callerId().map(number -> " callerId=\"" + escaped(number) + "\"").orElse("");
  }

  String refer(TransferOrder order, String step) {
    return response(
        said(order.unsaid())
            + "<Refer action=\""
            + address("/dialled/" + step)
            + "\"><Sip>"
            + escaped(order.to())
            + "</Sip></Refer>");
  }

  String reject(String reason) {
    return response("<Reject reason=\"" + reason + "\"/>");
  }

  static Response answer(String twiml) {
    return Response.of("text/xml; charset=utf-8", twiml);
  }

  private static String response(String verbs) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs + "</Response>";
  }

  private String address(String target) {
    return escaped(settings.webhook(settings.path() + target));
  }

  /// The far end tells us when it answers: the answer of the whole `<Dial>` comes only when the
  /// conversation is over.
  private String target(String to) {
    var noun = isSip(to) ? "Sip" : "Number";
    return "<%s statusCallback=\"%s\" statusCallbackEvent=\"answered\">%s</%s>"
        .formatted(noun, address("/status"), escaped(to), noun);
  }

  static boolean isSip(String to) {
    return to.startsWith("sip:") || to.startsWith("sips:");
  }

  private static long ring(Duration ring) {
    return Math.clamp(ring.toSeconds(), LEAST_RING, MOST_RING);
  }

  private String said(List<String> sentences) {
    var said = new StringBuilder();
    int left = MOST_SAID;
    for (var sentence : sentences) {
      var cut = sentence.substring(0, Math.min(sentence.length(), left));
      left -= cut.length();
      if (cut.isBlank()) continue;
      said.append("<Say language=\"").append(settings.language()).append("\">");
      said.append(escaped(cut)).append("</Say>");
    }
    return said.toString();
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> escape(c, escaped));
    return escaped.toString();
  }

  private static void escape(int c, StringBuilder escaped) {
    switch (c) {
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '&' -> escaped.append("&amp;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&apos;");
      default -> escaped.appendCodePoint(isXml(c) ? c : ' ');
    }
  }

  /// What XML 1.0 can hold; a half of a pair that was cut can't be.
  private static boolean isXml(int c) {
    return (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
  }
}
