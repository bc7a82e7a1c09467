package callflow.graph;

import callflow.graph.FlowGraph.Always;
import callflow.graph.FlowGraph.Arrow;
import callflow.graph.FlowGraph.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A flow as Mermaid text, for pages that draw it themselves.
public final class Mermaid {
  /// Labels written on one arrow; the rest is counted.
  private static final int MOST_LABELS = 4;

  private Mermaid() {}

  /// Such as `flowchart TD` and a line for each state and arrow.
  public static String of(FlowGraph graph) {
    var lines = new ArrayList<String>();
    lines.add("flowchart TD");
    lines.add("  accTitle: " + plain(graph.name()));
    graph.boxes().forEach(box -> lines.add("  " + box(box)));
    graph.arrows().forEach(arrow -> lines.add("  " + arrow(arrow)));
    if (!graph.always().isEmpty()) lines.add("  everywhere[" + everywhere(graph.always()) + "]");
    styles(lines, graph);
    return String.join("\n", lines) + "\n";
  }

  /// State names may be words of Mermaid, such as `end`, so each gets a prefix.
  private static String id(Box box) {
    return "state_" + box.name();
  }

  private static String box(Box box) {
    String text =
        quoted(
            "<b>"
                + plain(box.name().value())
                + "</b>"
                + box.lines().stream()
                    .map(line -> "<br/>" + plain(line))
                    .collect(Collectors.joining()));
    return id(box)
        + switch (box.kind()) {
          case SPEAKS -> "(" + text + ")";
          case ASKS -> "[" + text + "]";
          case DECIDES -> "{{" + text + "}}";
          case HANDS_OVER -> "[/" + text + "/]";
          case ENDS -> "([" + text + "])";
        };
  }

  private static String arrow(Arrow arrow) {
    var shown =
        new ArrayList<>(arrow.labels().stream().limit(MOST_LABELS).map(Mermaid::plain).toList());
    int more = arrow.labels().size() - shown.size();
    if (more > 0) shown.add(more + " more");
    String label = shown.isEmpty() ? "" : "|" + quoted(String.join("<br/>", shown)) + "|";
    return "state_" + arrow.from() + " -->" + label + " state_" + arrow.to();
  }

  private static String everywhere(List<Always> always) {
    return quoted(
        "<b>In every state</b>"
            + always.stream()
                .map(each -> "<br/>" + plain(each.when()) + to(each.to()))
                .collect(Collectors.joining()));
  }

  private static String to(Optional<?> state) {
    return state.map(name -> " → " + plain(name.toString())).orElse("");
  }

  private static void styles(List<String> lines, FlowGraph graph) {
    for (var kind : FlowGraph.Kind.values()) {
      String ids =
          graph.boxes().stream()
              .filter(box -> box.kind() == kind)
              .map(Mermaid::id)
              .collect(Collectors.joining(","));
      if (ids.isEmpty()) continue;
      String name = kind.name().toLowerCase(Locale.ROOT);
      lines.add("  classDef " + name + " " + colours(kind));
      lines.add("  class " + ids + " " + name);
    }
  }

  private static String colours(FlowGraph.Kind kind) {
    return switch (kind) {
      case SPEAKS -> "fill:#e3eef9,stroke:#2b6cb0,color:#1a202c";
      case ASKS -> "fill:#e4f4ea,stroke:#2f855a,color:#1a202c";
      case DECIDES -> "fill:#fff6d6,stroke:#b7791f,color:#1a202c";
      case HANDS_OVER -> "fill:#f1e8fa,stroke:#6b46c1,color:#1a202c";
      case ENDS -> "fill:#ededed,stroke:#4a5568,color:#1a202c";
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /// Text without anything Mermaid or its HTML would take for a sign of its own.
  private static String plain(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if ("\"#<>&;`|{}[]()\\*~".indexOf(point) >= 0) {
            plain.append('#').append(point).append(';');
          } else {
            plain.appendCodePoint(point < ' ' ? ' ' : point);
          }
        });
    return plain.toString();
  }
}
