package callflow.bench;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.scxml.Context;
import org.apache.commons.scxml.ErrorReporter;
import org.apache.commons.scxml.SCXMLExecutor;
import org.apache.commons.scxml.TriggerEvent;
import org.apache.commons.scxml.env.SimpleDispatcher;
import org.apache.commons.scxml.env.jexl.JexlContext;
import org.apache.commons.scxml.env.jexl.JexlEvaluator;
import org.apache.commons.scxml.io.SCXMLParser;
import org.apache.commons.scxml.model.ModelException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/// A ring run by Commons SCXML 0.9, its guards by the JEXL it comes with.
final class ScxmlRing implements Race.Round {
  private final SCXMLExecutor executor;

  ScxmlRing(Ring ring) {
    try {
      var machine = SCXMLParser.parse(new InputSource(new StringReader(text(ring))), STRICT);
      executor = new SCXMLExecutor(new JexlEvaluator(), new SimpleDispatcher(), QUIET);
      Context context = new JexlContext();
      context.set("tier", "gold");
      context.set("score", 12);
      executor.setRootContext(context);
      executor.setStateMachine(machine);
      executor.go();
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static String text(Ring ring) {
    List<String> lines = new ArrayList<>();
    lines.add("<scxml xmlns='http://www.w3.org/2005/07/scxml' version='1.0' initialstate='s0'>");
    for (int state = 0; state < ring.states(); state++) {
      lines.add("<state id='s" + state + "'>");
      for (var each : ring.transitions()) {
        if (each.from() == state) {
          lines.add(
              "<transition event='way%s' cond=\"%s\" target='s%d'/>"
                  .formatted(each.key(), guard(each), each.to()));
        }
      }
      lines.add("</state>");
    }
    lines.add("</scxml>");
    return String.join("\n", lines);
  }

  private static String guard(Ring.Transition transition) {
    return transition.guard().replace("<", " lt ").replace(">=", " ge ");
  }

  @Override
  public long run(int times) {
    try {
      for (int i = 0; i < times; i++) {
        executor.triggerEvent(new TriggerEvent("way" + Keys.at(i), TriggerEvent.SIGNAL_EVENT));
      }
    } catch (ModelException trouble) {
      throw new IllegalStateException(trouble);
    }
    return executor.getCurrentStatus().getStates().hashCode();
  }

  /// The state it is in.
  String state() {
    var active =
        (org.apache.commons.scxml.model.State)
            executor.getCurrentStatus().getStates().iterator().next();
    return active.getId();
  }

  private static final ErrorReporter QUIET = (_, _, _) -> {};

  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException trouble) throws SAXParseException {
          throw trouble;
        }

        @Override
        public void error(SAXParseException trouble) throws SAXParseException {
          throw trouble;
        }

        @Override
        public void fatalError(SAXParseException trouble) throws SAXParseException {
          throw trouble;
        }
      };
}
