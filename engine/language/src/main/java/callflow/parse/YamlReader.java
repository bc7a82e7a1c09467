package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import callflow.parse.Node.Entry;
import callflow.parse.Node.Scalar;
import callflow.parse.Node.Style;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.source.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/// Reads YAML into our own tree: every scalar is text, every key stands once, and there is nothing
/// that hides from a reader what the file says.
final class YamlReader {
  /// Levels of nesting; a flow of ours needs eight or nine.
  static final int MAX_DEPTH = 32;

  private static final Pattern CURLY_QUOTES =
      Pattern.compile(
          "[\u201c\u201d\u201e\u2018\u201a][^\u2018-\u201f]*[\u201c\u201d\u2018\u2019]");

  private final Places places;
  private final Findings findings;
  private final YamlEvents events;

  private YamlReader(Places places, Findings findings) {
    this.places = places;
    this.findings = findings;
    this.events = new YamlEvents(places);
  }

  /// The tree of a file's only document; empty when there is none or it can't be understood.
  static Optional<Node> read(SourceFile source, Findings findings) {
    if (!ReadableText.accepts(source, findings)) return Optional.empty();
    try {
      return new YamlReader(new Places(source), findings).document();
    } catch (Unreadable trouble) {
      Diagnostic finding = trouble.diagnostic();
      boolean told = findings.errorOnLineOf(finding.span());
      if (!told) findings.add(finding);
      return Optional.empty();
    }
  }

  private Optional<Node> document() throws Unreadable {
    events.next();
    if (!(events.next() instanceof DocumentStartEvent start)) return nothing();
    Event first = events.next();
    if (first instanceof ScalarEvent scalar && scalar.getValue().isEmpty()) return nothing();
    refuseDirectives(start);
    Node root = node(first, 1);
    events.next();
    Event after = events.next();
    if (!(after instanceof StreamEndEvent)) {
      findings.add(
          Rule.SEVERAL_DOCUMENTS,
          places.span(from(after), to(after)),
          "a second document begins here, but a file holds one flow, connector, scenario or"
              + " deployment",
          "move what follows into a file of its own, or take the line `---` away");
    }
    return Optional.of(root);
  }

  private Optional<Node> nothing() {
    findings.add(
        Rule.EMPTY_FILE,
        Span.startOf(places.file()),
        "the file is empty",
        "begin with `flow: name`, `connector: name` or `scenario: name`; a deployment begins with"
            + " `lines:`");
    return Optional.empty();
  }

  private void refuseDirectives(DocumentStartEvent start) {
    if (places.at(from(start)) != '%') return;
    int end = places.endOfLine(from(start));
    findings.add(
        Rule.YAML_FEATURE,
        places.span(from(start), end),
        "lines that begin with `%` are not used here",
        "take the line away");
  }

  private Node node(Event event, int depth) throws Unreadable {
    if (depth > MAX_DEPTH) throw new Unreadable(tooDeep(event));
    boolean tagged = refuseProperties(event);
    Node content = content(event, depth);
    return tagged ? new Node.Refused(content.span()) : content;
  }

  private Node content(Event event, int depth) throws Unreadable {
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent start -> mapping(start, depth);
      case SequenceStartEvent start -> sequence(start, depth);
      case AliasEvent alias -> alias(alias);
      default -> throw new IllegalStateException("no content: " + event);
    };
  }

  private Diagnostic tooDeep(Event event) {
    return Diagnostic.of(
        Rule.YAML_TOO_DEEP,
        places.span(from(event), from(event) + 1),
        "this is nested " + (MAX_DEPTH + 1) + " levels deep; " + MAX_DEPTH + " are allowed");
  }

  private Node scalar(ScalarEvent event) {
    Style style =
        switch (event.getScalarStyle()) {
          case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
          case LITERAL -> Style.LITERAL;
          case FOLDED -> Style.FOLDED;
          case PLAIN -> Style.PLAIN;
        };
    var text = Alignment.of(places, event.getValue(), style, from(event), to(event));
    boolean unspeakable =
        style == Style.DOUBLE_QUOTED && ReadableText.hasControlCharacter(event.getValue());
    if (unspeakable) refuseEscapes(text.span());
    if (style == Style.PLAIN && inCurlyQuotes(event.getValue())) {
      String straight = CutText.quoted(event.getValue());
      findings.add(
          Diagnostic.of(
                  Rule.WRONG_TYPE,
                  text.span(),
                  "this text stands in curly quotes, which YAML takes for a part of it")
              .withHint("replace the curly quotes by straight ones: `" + straight + "`")
              .withFix(Fix.safe(text.span(), straight)));
      return new Node.Refused(text.span());
    }
    boolean commented =
        style == Style.PLAIN && places.at(to(event)) == ' ' && places.at(to(event) + 1) == '#';
    return new Scalar(text, style, commented);
  }

  private static boolean inCurlyQuotes(String text) {
    return !text.isEmpty() && text.charAt(0) >= '\u2018' && CURLY_QUOTES.matcher(text).matches();
  }

  private void refuseEscapes(Span span) {
    findings.add(
        Rule.YAML_SYNTAX,
        span,
        "this text has an escape for a character that can neither be spoken nor shown",
        "of the escapes for control characters only `\\n` and `\\t` are allowed");
  }

  private Node sequence(SequenceStartEvent start, int depth) throws Unreadable {
    var items = new ArrayList<Node>();
    Event event = events.next();
    for (; !(event instanceof SequenceEndEvent); event = events.next()) {
      items.add(node(event, depth + 1));
    }
    int end = start.isFlow() ? to(event) : from(event);
    return new Node.Sequence(items, places.span(from(start), places.trimmed(from(start), end)));
  }

  private Node mapping(MappingStartEvent start, int depth) throws Unreadable {
    var entries = new LinkedHashMap<String, Entry>();
    boolean refused = false;
    Event event = events.next();
    for (; !(event instanceof MappingEndEvent); event = events.next()) {
      Node key = node(event, depth + 1);
      int keyEnd = to(event);
      Node value = value(key, depth + 1);
      if (start.isFlow() && isCut(entries, key, keyEnd, value)) {
        findings.add(CutText.before(places, from(start), keyEnd));
      } else if (key instanceof Scalar(var name, _, _)) {
        keep(entries, name, value);
      } else {
        refuseKey(key);
        refused = true;
      }
    }
    int end = start.isFlow() ? to(event) : from(event);
    Span span = places.span(from(start), places.trimmed(from(start), end));
    return refused ? new Node.Refused(span) : new Node.Mapping(List.copyOf(entries.values()), span);
  }

  private Node value(Node key, int depth) throws Unreadable {
    Event event = events.next();
    if (!isMergeKey(key)) return node(event, depth);
    refuseFeature(key.span(), "merge keys (`<<`) are not used here");
    return event instanceof AliasEvent
        ? new Node.Refused(places.span(from(event), to(event)))
        : node(event, depth);
  }

  private static boolean isMergeKey(Node key) {
    return key instanceof Scalar(var name, var style, _)
        && style == Style.PLAIN
        && name.value().equals("<<");
  }

  /// Whether a key of a mapping in braces is in truth the rest of the text before it.
  private boolean isCut(SequencedMap<String, Entry> entries, Node key, int keyEnd, Node value) {
    if (entries.isEmpty() || places.at(places.skipSpace(keyEnd)) == ':') return false;
    if (key instanceof Scalar(var name, _, _) && MapReader.TIGHT.matcher(name.value()).matches())
      return false;
    Node before = entries.lastEntry().getValue().value();
    return value.isEmpty() && before instanceof Scalar(_, var style, _) && style == Style.PLAIN;
  }

  private void keep(SequencedMap<String, Entry> entries, Written name, Node value) {
    if (name.value().equals("<<")) return;
    Entry entry = new Entry(name, value);
    Entry first = entries.putIfAbsent(name.value(), entry);
    if (first == null) return;
    var finding =
        Diagnostic.of(
                Rule.DUPLICATE_KEY,
                name.span(),
                "the key " + Quoted.of(name.value()) + " is written twice here")
            .withHint("keep one of the two, or give one of them another name")
            .withRelated(first.key().span(), "it is written here first");
    findings.add(new SafeFixes(places).repeated(finding, first, entry));
  }

  private void refuseKey(Node key) {
    if (key instanceof Node.Refused) return;
    findings.add(
        Rule.YAML_FEATURE,
        key.span(),
        "a key must be a plain word, and here it is " + key.described(),
        "put text that begins with `{` or `[` in quotes; a value is written `${name}`");
  }

  private Node alias(AliasEvent alias) {
    Span span = places.span(from(alias), to(alias));
    refuseFeature(span, "`*` at the beginning of a value is a YAML alias, which is not used here");
    return new Node.Refused(span);
  }

  /// Whether there is a tag, after which nothing more can be said about the value.
  private boolean refuseProperties(Event event) {
    String tag =
        switch (event) {
          case ScalarEvent scalar when scalar.getTag() != null -> scalar.getTag();
          case MappingStartEvent mapping when mapping.getTag() != null -> mapping.getTag();
          case SequenceStartEvent sequence when sequence.getTag() != null -> sequence.getTag();
          default -> "";
        };
    boolean tagged = !tag.isEmpty();
    boolean anchored =
        event instanceof NodeEvent named
            && !(event instanceof AliasEvent)
            && named.getAnchor() != null;
    if (!tagged && !anchored) return false;
    int end = from(event);
    while (end < places.length()
        && !Places.isBlank(places.at(end))
        && end < places.endOfLine(end)) {
      end++;
    }
    Span span = places.span(from(event), end);
    if (anchored) {
      refuseFeature(
          span, "`&` at the beginning of a value is a YAML anchor, which is not used here");
    } else if (tag.matches("![a-z][a-z0-9_.]*")) {
      findings.add(
          Rule.YAML_FEATURE,
          span,
          "`!` at the beginning of a value is a YAML tag, which is not used here",
          "in a condition write `not " + tag.substring(1) + "`; text goes in quotes");
    } else {
      refuseFeature(span, "`!` at the beginning of a value is a YAML tag, which is not used here");
    }
    return tagged;
  }

  private void refuseFeature(Span span, String message) {
    findings.add(
        Rule.YAML_FEATURE, span, message, "write the value out; if it is text, put it in quotes");
  }

  private static int from(Event event) {
    return event.getStartMark().getIndex();
  }

  private static int to(Event event) {
    return event.getEndMark().getIndex();
  }
}
