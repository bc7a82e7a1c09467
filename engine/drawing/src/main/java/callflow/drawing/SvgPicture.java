package callflow.drawing;

import static callflow.drawing.Svg.number;

import callflow.drawing.Faces.BoxFace;
import callflow.drawing.Placed.PlacedArrow;
import callflow.drawing.Placed.PlacedBox;
import callflow.drawing.Placed.PlacedLabel;
import callflow.drawing.Placed.Point;
import callflow.graph.FlowGraph.Box;
import java.util.stream.Collectors;

/// Writes the picture: title, arrows, boxes over them, and the legend below.
final class SvgPicture {
  private static final double EDGE = 24;
  private static final double HEAD = 56;

  private final Diagram diagram;
  private final Placed placed;
  private final Legend legend;
  private final Svg svg = new Svg();

  SvgPicture(Diagram diagram, Placed placed) {
    this.diagram = diagram;
    this.placed = placed;
    this.legend = new Legend(diagram, Math.max(placed.width(), Legend.NARROWEST));
  }

  String text() {
    double inner = Math.max(placed.width(), legend.width());
    inner = Math.max(inner, Lettering.boldWidth(diagram.title(), 20));
    double width = Math.ceil(inner + 2 * EDGE);
    double height = Math.ceil(HEAD + placed.height() + legend.height() + 2 * EDGE);
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "cf",
        "role",
        "img",
        "width",
        number(width),
        "height",
        number(height),
        "viewBox",
        "0 0 " + number(width) + " " + number(height));
    svg.words("title", diagram.title());
    svg.raw("<style>\n" + Looks.STYLE + "</style>\n");
    marker();
    svg.empty("rect", "class", "cf-paper", "width", "100%", "height", "100%");
    heading();
    double left = EDGE + (inner - placed.width()) / 2;
    svg.open("g", "transform", "translate(" + number(left) + " " + number(EDGE + HEAD) + ")");
    placed.arrows().forEach(this::arrow);
    placed.boxes().forEach(this::box);
    placed.arrows().forEach(this::label);
    svg.close("g");
    legend.draw(svg, new Point(EDGE, EDGE + HEAD + placed.height()));
    return svg.close("svg").toString();
  }

  private void marker() {
    svg.open("defs")
        .open(
            "marker",
            "id",
            "cf-head",
            "viewBox",
            "0 0 10 10",
            "refX",
            "9",
            "refY",
            "5",
            "markerWidth",
            "8",
            "markerHeight",
            "8",
            "markerUnits",
            "userSpaceOnUse",
            "orient",
            "auto")
        .empty("path", "class", "cf-head", "d", "M0 .8L10 5L0 9.2z")
        .close("marker")
        .close("defs");
  }

  private void heading() {
    svg.words(
        "text",
        diagram.title(),
        "class",
        "cf-ink cf-title",
        "x",
        number(EDGE),
        "y",
        number(EDGE + 18));
    int states = diagram.graph().boxes().size();
    svg.words(
        "text",
        "flow " + diagram.graph().name() + ", " + states + (states == 1 ? " state" : " states"),
        "class",
        "cf-faint cf-text",
        "x",
        number(EDGE),
        "y",
        number(EDGE + 38));
  }

  private void arrow(PlacedArrow arrow) {
    if (arrow.line().size() < 2) return;
    svg.open("g", "class", "cf-arrow");
    svg.words("title", sentence(arrow));
    svg.empty(
        "path", "class", "cf-line", "d", Lines.path(arrow.line()), "marker-end", "url(#cf-head)");
    svg.close("g");
  }

  private static String sentence(PlacedArrow arrow) {
    String way = arrow.arrow().from() + " → " + arrow.arrow().to();
    return arrow.arrow().labels().isEmpty()
        ? way
        : way + arrow.arrow().labels().stream().collect(Collectors.joining("\n", "\n", ""));
  }

  private void label(PlacedArrow arrow) {
    arrow.label().ifPresent(this::label);
  }

  private void label(PlacedLabel label) {
    double middle = label.corner().x() + label.face().width() / 2;
    svg.empty(
        "rect",
        "class",
        "cf-paper",
        "x",
        number(label.corner().x()),
        "y",
        number(label.corner().y()),
        "width",
        number(label.face().width()),
        "height",
        number(label.face().height()));
    double y = label.corner().y() + Faces.LABEL_LINE - 2;
    for (String line : label.face().lines()) {
      svg.words(
          "text",
          line,
          "class",
          "cf-label",
          "text-anchor",
          "middle",
          "x",
          number(middle),
          "y",
          number(y));
      y += Faces.LABEL_LINE;
    }
  }

  private void box(PlacedBox placedBox) {
    BoxFace face = placedBox.face();
    var box = face.box();
    svg.open("g", "id", Diagram.id(box.name()));
    svg.open("a", "href", diagram.link().apply(box.name()));
    svg.words("title", tooltip(face));
    Outline.draw(svg, box.kind(), box.start(), placedBox.corner(), face.width(), face.height());
    double middle = placedBox.corner().x() + face.width() / 2;
    double y = placedBox.corner().y() + Faces.MARGIN + Faces.NAME_SIZE - 3;
    line(name(box), "cf-ink cf-name", middle, y);
    for (String said : face.said()) line(said, "cf-ink cf-text cf-said", middle, y += Faces.LINE);
    for (String line : face.lines()) line(line, "cf-faint cf-text", middle, y += Faces.LINE);
    svg.close("a").close("g");
  }

  private String name(Box box) {
    boolean always =
        diagram.graph().always().stream()
            .anyMatch(each -> each.to().filter(box.name()::equals).isPresent());
    return always ? box.name() + " " + Legend.SIGN : box.name().value();
  }

  private void line(String words, String look, double x, double y) {
    svg.words(
        "text", words, "class", look, "text-anchor", "middle", "x", number(x), "y", number(y));
  }

  /// The kind of state, then every word it may say.
  private static String tooltip(BoxFace face) {
    String head = face.box().name() + ": " + face.box().kind().word();
    return face.box().words().stream()
        .map(words -> "\n“" + Faces.flat(words) + "”")
        .collect(Collectors.joining("", head, ""));
  }
}
