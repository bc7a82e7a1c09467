package callflow.parse;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Written;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Puts the parts that a flow includes into it, before anything of it is read: to the rest of the
/// language it is one flow, whose pieces stand in several files.
final class Inclusion {
  static final String KEY = "include";
  static final String SUFFIX = ".flow-part.yaml";

  /// Files that one flow may consist of; people who review it have to find their way in it.
  static final int MAX_PARTS = 50;

  /// What a part may hold, and how deep the names in it are put together with those of the flow.
  private static final SequencedMap<String, Integer> SECTIONS = sections();

  private final Library library;
  private final Findings findings;
  private final Merging merging;
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> done = new LinkedHashSet<>();
  private final SequencedMap<String, Node.Entry> whole = new LinkedHashMap<>();
  private final List<Located<String>> parts = new ArrayList<>();
  private boolean lost;

  Inclusion(Library library, Findings findings) {
    this.library = library;
    this.findings = findings;
    this.merging = new Merging(findings);
  }

  private static SequencedMap<String, Integer> sections() {
    var sections = new LinkedHashMap<String, Integer>();
    for (String named :
        List.of("variables", "tools", "switches", "schedules", "transfers", "voice")) {
      sections.put(named, 1);
    }
    sections.put("defaults", 2);
    sections.put("repair", 1);
    sections.put("persona", 0);
    sections.put("languages", 0);
    sections.put("anywhere", 0);
    return sections;
  }

  /// The flow with its parts in it; without those that can't be had.
  Optional<MapReader> read(SourceFile flow) {
    open.push(flow.path());
    return FileRoot.mapping(flow, "flow", findings)
        .map(mapping -> {
          mapping.entries().forEach(entry -> whole.put(entry.key().value(), entry));
          parts(flow, mapping);
          return FileRoot.reader(
              new Node.Mapping(List.copyOf(whole.values()), mapping.span()), "flow", findings);
        });
  }

  /// A part that no flow includes.
  Optional<MapReader> readAlone(SourceFile part) {
    return FileRoot.mapping(part, "part", findings)
        .map(mapping -> {
          take(mapping);
          var sections = new Node.Mapping(List.copyOf(whole.values()), mapping.span());
          return FileRoot.reader(sections, "part", findings).partial();
        });
  }

  /// The parts that were put in, each at the line that includes it.
  List<Located<String>> parts() {
    return List.copyOf(parts);
  }

  /// The sections that something in a part nobody could read may belong to.
  Set<String> lost() {
    return lost ? Set.copyOf(SECTIONS.keySet()) : Set.of();
  }

  private void parts(SourceFile file, Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      if (!entry.key().value().equals(KEY)) continue;
      for (Slot item : Slot.of(KEY, entry, findings).oneOrMore()) {
        item.written("the path of a part, such as `shared/office" + SUFFIX + "`")
            .ifPresent(path -> part(file, path));
      }
    }
  }

  private void part(SourceFile file, Written written) {
    String path = file.beside(written.value());
    if (!written.value().endsWith(SUFFIX)) {
      unknown(written, "is no part of a flow: the names of parts end in `" + SUFFIX + "`");
    } else if (open.contains(path)) {
      circle(written, path);
    } else if (done.add(path)) {
      if (done.size() > MAX_PARTS) {
        unknown(written, "is one part too many: a flow has at most " + MAX_PARTS);
      } else {
        library
            .file(path)
            .ifPresentOrElse(found -> part(found, written), () -> missing(written, path));
      }
    }
  }

  private void part(Checked<SourceFile> found, Written written) {
    Optional<SourceFile> file = findings.take(found);
    if (file.isEmpty()) lost = true;
    file.ifPresent(part -> {
      Optional<Node.Mapping> mapping = FileRoot.mapping(part, "part", findings);
      if (mapping.isEmpty()) lost = true;
      open.push(part.path());
      mapping.ifPresent(sections -> {
        parts.add(new Located<>(part.path(), written.span()));
        take(sections);
        parts(part, sections);
      });
      open.pop();
    });
  }

  private void take(Node.Mapping part) {
    for (Node.Entry entry : part.entries()) {
      String key = entry.key().value();
      if (SECTIONS.containsKey(key)) {
        Node.Entry own = whole.get(key);
        whole.put(key, own == null ? entry : merging.join(own, entry, SECTIONS.get(key)));
      } else if (!key.equals(KEY)) {
        stranger(entry.key());
      }
    }
  }

  private void stranger(Written key) {
    Diagnostic unknown =
        Diagnostic.of(
            Rule.UNKNOWN_KEY,
            key.span(),
            "a part of a flow knows no key " + Quoted.of(key.value()));
    List<String> near = Nearest.of(key.value(), SECTIONS.keySet());
    findings.add(
        near.isEmpty()
            ? unknown.withHint("it can have " + Mistyped.listed(SECTIONS.sequencedKeySet()))
            : unknown.withSuggestions(near));
  }

  private void missing(Written written, String path) {
    unknown(written, "is not there; it was looked for at `" + path + "`");
  }

  private void unknown(Written written, String why) {
    lost = true;
    findings.add(
        Rule.UNKNOWN_PART,
        written.span(),
        Quoted.of(written.value()) + " " + why,
        "write its path as seen from this file's folder, such as `shared/office" + SUFFIX + "`");
  }

  private void circle(Written written, String path) {
    boolean itself = path.equals(open.peek());
    findings.add(
        Rule.CIRCULAR_INCLUDE,
        written.span(),
        itself
            ? "this part includes itself"
            : Quoted.of(written.value()) + " includes this file already, by one part or more",
        "take one of the two away; what both need belongs into a part of its own");
  }
}
