package callflow.fakegrok.caller;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads Twilio's answer language, strictly: what this caller doesn't know is an error, so that a
/// slip is not passed over in silence.
final class Twiml {
  private static final int MAX_VERBS = 100;
  private static final int DEFAULT_RING_SECONDS = 30;

  private final URI base;

  private Twiml(URI base) {
    this.base = base;
  }

  /// Reads an answer.
  ///
  /// @param base the address that gave it, for relative addresses within
  /// @throws CallFailed if it is not what Twilio would take
  static List<Verb> read(String text, URI base) throws CallFailed {
    var root = parse(text);
    if (!root.getTagName().equals("Response")) {
      throw new CallFailed(
          "the answer's root is `%s`, not `Response`".formatted(root.getTagName()));
    }
    var reader = new Twiml(base);
    var verbs = new ArrayList<Verb>();
    for (Element child : children(root)) verbs.add(reader.verb(child));
    if (verbs.size() > MAX_VERBS) throw new CallFailed("more than " + MAX_VERBS + " verbs");
    return verbs;
  }

  private static Element parse(String text) throws CallFailed {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new CallFailed("the answer is no XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verb verb(Element verb) throws CallFailed {
    return switch (verb.getTagName()) {
      case "Connect" -> connect(verb);
      case "Dial" -> dial(verb);
      case "Refer" -> {
        only(verb, "action", "method");
        yield new Verb.Refer(address(verb, "action"), text(child(verb, "Sip")));
      }
      case "Say" -> {
        only(verb, "voice", "language", "loop");
        yield new Verb.Say(text(verb));
      }
      case "Pause" -> {
        only(verb, "length");
        yield new Verb.Pause(Duration.ofSeconds(number(verb, "length", 1)));
      }
      case "Redirect" -> {
        only(verb, "method");
        yield new Verb.Redirect(resolved(text(verb)));
      }
      case "Reject" -> {
        only(verb, "reason");
        String reason = verb.getAttribute("reason");
        yield new Verb.Reject(reason.isEmpty() ? "rejected" : reason);
      }
      case "Hangup" -> {
        only(verb);
        yield new Verb.Hangup();
      }
      default -> throw new CallFailed("unknown verb `%s`".formatted(verb.getTagName()));
    };
  }

  private Verb connect(Element verb) throws CallFailed {
    only(verb, "action", "method");
    Element stream = child(verb, "Stream");
    only(stream, "url", "name", "track", "statusCallback", "statusCallbackMethod");
    String track = stream.getAttribute("track");
    if (!track.isEmpty() && !track.equals("inbound_track")) {
      throw new CallFailed("31941: `track` is `%s` under `Connect`".formatted(track));
    }
    var socket = resolved(stream.getAttribute("url"));
    if (socket.getRawQuery() != null) {
      throw new CallFailed("31920: a stream's address can't have a query: " + socket);
    }
    return new Verb.Connect(
        address(verb, "action"), socket, address(stream, "statusCallback"), parameters(stream));
  }

  private static Map<String, String> parameters(Element stream) throws CallFailed {
    var parameters = new LinkedHashMap<String, String>();
    for (Element child : children(stream)) {
      if (!child.getTagName().equals("Parameter")) throw unknown(child, stream);
      String name = child.getAttribute("name");
      String value = child.getAttribute("value");
      if (name.length() + value.length() >= 500) {
        throw new CallFailed("parameter `%s` is longer than 500 characters".formatted(name));
      }
      parameters.put(name, value);
    }
    return parameters;
  }

  private Verb dial(Element verb) throws CallFailed {
    only(
        verb, "action", "method", "timeout", "answerOnBridge", "callerId", "timeLimit", "ringTone");
    var targets = new ArrayList<Verb.Target>();
    for (Element child : children(verb)) {
      if (!Set.of("Number", "Sip").contains(child.getTagName())) throw unknown(child, verb);
      targets.add(new Verb.Target(text(child), address(child, "statusCallback")));
    }
    if (targets.isEmpty()) targets.add(new Verb.Target(text(verb), Optional.empty()));
    var ring = Duration.ofSeconds(number(verb, "timeout", DEFAULT_RING_SECONDS));
    return new Verb.Dial(address(verb, "action"), ring, List.copyOf(targets));
  }

  private static Element child(Element parent, String name) throws CallFailed {
    var children = children(parent);
    if (children.size() == 1 && children.getFirst().getTagName().equals(name)) {
      return children.getFirst();
    }
    throw new CallFailed("`%s` needs one `%s`".formatted(parent.getTagName(), name));
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    var nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) children.add(element);
    }
    return children;
  }

  private static void only(Element verb, String... known) throws CallFailed {
    var attributes = verb.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.item(i).getNodeName();
      if (!Set.of(known).contains(name)) {
        throw new CallFailed("`%s` has no attribute `%s`".formatted(verb.getTagName(), name));
      }
      boolean method = name.equals("method") || name.endsWith("Method");
      if (method && !attributes.item(i).getNodeValue().equals("POST")) {
        throw new CallFailed("this caller only knows the method POST");
      }
    }
  }

  private Optional<URI> address(Element verb, String attribute) throws CallFailed {
    String value = verb.getAttribute(attribute);
    return value.isEmpty() ? Optional.empty() : Optional.of(resolved(value));
  }

  private URI resolved(String address) throws CallFailed {
    try {
      return base.resolve(address);
    } catch (IllegalArgumentException _) {
      throw new CallFailed("`%s` is no address".formatted(address));
    }
  }

  private static int number(Element verb, String attribute, int otherwise) throws CallFailed {
    String value = verb.getAttribute(attribute);
    if (value.isEmpty()) return otherwise;
    if (value.matches("\\d{1,5}")) return Integer.parseInt(value);
    throw new CallFailed("`%s` is no number: `%s`".formatted(attribute, value));
  }

  private static String text(Element verb) {
    return verb.getTextContent().strip();
  }

  private static CallFailed unknown(Element child, Element parent) {
    return new CallFailed(
        "unknown `%s` in `%s`".formatted(child.getTagName(), parent.getTagName()));
  }

  /// The parser's own prints every error.
  private static final ErrorHandler SILENT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {}

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
          throw error;
        }
      };
}
