package callflow.book;

import callflow.diagnostic.Ignore;
import callflow.drawing.Diagram;
import callflow.graph.FlowGraph;
import callflow.program.Program;
import callflow.value.ConnectorName;
import java.util.List;
import java.util.Map;

/// What a reviewer reads before a flow goes on the line.
///
/// @param places by connector, where its data goes, as in "web service at https://…"
/// @param ignored the findings that the author has decided to live with
public record Book(
    Program program, String title, Map<ConnectorName, String> places, List<Ignore> ignored) {
  public Book {
    places = Map.copyOf(places);
    ignored = List.copyOf(ignored);
  }

  /// One page, complete with its pictures and its style.
  public String html() {
    var graph = FlowGraph.of(program);
    var html = new Html();
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.element("title", title);
    html.raw("<style>\n" + BookStyle.CSS + "</style>\n</head>\n<body>\n");
    head(html);
    contents(html);
    html.raw("<section id=\"picture\"><h2>The picture</h2>\n<div class=\"picture\">");
    html.raw(new Diagram(graph, title, StatePages::address).svg());
    html.raw("</div></section>\n");
    var states = new StatePages(program, graph, html);
    states.write();
    states.everywhere();
    new ReferencePages(this, html).write();
    return html.raw("</body>\n</html>\n").toString();
  }

  private void head(Html html) {
    html.open("header");
    html.element("h1", title);
    html.open("p", "faint").words("Flow ").code(program.name().value());
    html.words(", " + program.states().size() + " states. Begins in ");
    html.link(StatePages.id(program.start()), program.start().value());
    html.words(". Spoken in " + languages());
    html.words(" by the voice " + program.voice().name() + ". This very version is ");
    html.code(program.id().value().substring(0, Math.min(12, program.id().value().length())));
    html.words(".").close("p");
    program
        .persona()
        .ifPresent(persona -> {
          html.element("h3", "Who the agent is");
          new Words(program, html).guidance(persona);
        });
    html.close("header");
  }

  private String languages() {
    return program.languages().equals(List.of("auto"))
        ? "the caller's language"
        : String.join(", ", program.languages());
  }

  private void contents(Html html) {
    html.open("nav").element("h2", "Contents").open("p");
    html.link("picture", "The picture").words(" · ");
    html.link("states", "States").words(" · ");
    html.link("everywhere", "Everywhere").words(" · ");
    html.link("tools", "Tools and data").words(" · ");
    html.link("variables", "Values").words(" · ");
    html.link("transfers", "Transfers and hours").words(" · ");
    html.link("promises", "Promises").words(" · ");
    html.link("ignored", "Findings accepted").close("p");
    html.open("p", "states");
    for (var state : program.states().keySet()) {
      html.link(StatePages.id(state), state.value()).words(" ");
    }
    html.close("p").close("nav");
  }
}
