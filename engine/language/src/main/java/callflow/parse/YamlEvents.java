package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// What SnakeYAML makes of a file, piece by piece; its trouble becomes ours.
final class YamlEvents {
  private final Places places;
  private final Parser parser;
  private @Nullable ScalarEvent lastScalar;
  private int reached;

  YamlEvents(Places places) {
    this.places = places;
    var text = new StreamReader(places.text(0, places.length()));
    this.parser = new ParserImpl(text, new LoaderOptions());
  }

  /// The next piece of the file.
  ///
  /// SnakeYAML throws more than it declares (an `IllegalArgumentException` for `!a%20 x`), so
  /// everything is caught at this one call.
  Event next() throws Unreadable {
    try {
      Event event = parser.getEvent();
      reached = event.getStartMark().getIndex();
      if (event instanceof ScalarEvent scalar) lastScalar = scalar;
      return event;
    } catch (MarkedYAMLException trouble) {
      throw new Unreadable(new SyntaxTrouble(places, trouble).explained(lastScalar));
    } catch (RuntimeException | StackOverflowError trouble) {
      throw new Unreadable(
          Diagnostic.of(
                  Rule.YAML_SYNTAX,
                  places.span(reached, places.endOfLine(reached)),
                  "the file can't be understood from here on")
              .withHint("compare indentation, quotes and brackets with the lines above"));
    }
  }
}
