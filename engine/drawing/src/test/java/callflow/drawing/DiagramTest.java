package callflow.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.drawing.Placed.PlacedBox;
import callflow.graph.FlowGraph;
import callflow.graph.FlowGraph.Always;
import callflow.graph.FlowGraph.Arrow;
import callflow.graph.FlowGraph.Box;
import callflow.graph.FlowGraph.Kind;
import callflow.value.StateName;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DiagramTest {
  private static final FlowGraph SMALL =
      new FlowGraph(
          "desk",
          List.of(
              box("welcome", Kind.SPEAKS, "Welcome to <our> \"desk\" & yours."),
              box("menu", Kind.ASKS),
              box("look", Kind.DECIDES),
              box("agent", Kind.HANDS_OVER),
              box("bye", Kind.ENDS, "Goodbye.")),
          List.of(
              arrow("welcome", "menu"),
              arrow("menu", "look", "pay · key 1"),
              arrow("look", "menu", "otherwise"),
              arrow("look", "look", "if visits < 3"),
              arrow("agent", "bye", "closed", "busy", "no_answer", "declined", "failed", "other")),
          List.of(new Always("caller asks for a person · key 0", Optional.of(name("agent")))));

  @Test
  void the_same_flow_gives_the_same_bytes() {
    var large = random(60, 5);

    assertThat(Diagram.of(large, "Large").svg()).isEqualTo(Diagram.of(large, "Large").svg());
  }

  @Test
  void the_picture_is_whole_xml_and_every_state_has_an_address() throws Exception {
    var picture = read(Diagram.of(SMALL, "A <desk>").svg());

    assertThat(attributes(picture, "g", "id"))
        .contains("state-welcome", "state-menu", "state-look", "state-agent", "state-bye");
    assertThat(attributes(picture, "a", "href")).contains("#state-menu");
  }

  @Test
  void all_words_that_are_said_stand_in_the_tooltip() {
    assertThat(Diagram.of(SMALL, "Desk").svg())
        .contains("“Welcome to &lt;our&gt; &quot;desk&quot; &amp; yours.”</title>");
  }

  @Test
  void many_reasons_on_one_arrow_are_counted_and_all_told_in_its_tooltip() {
    assertThat(Diagram.of(SMALL, "Desk").svg())
        .contains(">and 2 more<")
        .contains("agent → bye\nclosed\nbusy\nno_answer\ndeclined\nfailed\nother<");
  }

  @Test
  void what_holds_everywhere_stands_below_and_marks_where_it_leads() {
    assertThat(Diagram.of(SMALL, "Desk").svg())
        .contains("caller asks for a person · key 0")
        .contains(">agent ✱<");
  }

  @Test
  void boxes_of_sixty_states_stand_apart_and_within_the_picture() {
    for (int seed = 0; seed < 5; seed++) {
      var placed = ElkLayout.of(random(60, seed));

      assertThat(placed.boxes()).hasSize(60);
      for (PlacedBox one : placed.boxes()) {
        assertThat(one.corner().x() + one.face().width()).isLessThanOrEqualTo(placed.width());
        assertThat(one.corner().y() + one.face().height()).isLessThanOrEqualTo(placed.height());
        assertThat(placed.boxes()).as("seed %d", seed).filteredOn(it -> touch(one, it)).hasSize(1);
      }
    }
  }

  @Test
  void a_flow_of_one_state_is_drawn_too() throws Exception {
    var one = new FlowGraph("one", List.of(box("only", Kind.ENDS)), List.of(), List.of());

    assertThat(attributes(read(Diagram.of(one, "One").svg()), "g", "id")).contains("state-only");
  }

  private static boolean touch(PlacedBox one, PlacedBox other) {
    return one.corner().x() < other.corner().x() + other.face().width()
        && other.corner().x() < one.corner().x() + one.face().width()
        && one.corner().y() < other.corner().y() + other.face().height()
        && other.corner().y() < one.corner().y() + one.face().height();
  }

  private static FlowGraph random(int states, int seed) {
    var chance = new Random(seed);
    var kinds = Kind.values();
    var boxes = new ArrayList<Box>();
    var arrows = new ArrayList<Arrow>();
    for (int i = 0; i < states; i++) {
      boxes.add(box("state_" + i, kinds[chance.nextInt(kinds.length)], "Words number " + i));
      for (int way = chance.nextInt(4); way > 0; way--) {
        arrows.add(arrow("state_" + i, "state_" + chance.nextInt(states), "reason " + way));
      }
    }
    return new FlowGraph("random", boxes, arrows, List.of());
  }

  private static Document read(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> attributes(Document picture, String element, String attribute) {
    var found = new ArrayList<String>();
    var elements = picture.getElementsByTagName(element);
    for (int i = 0; i < elements.getLength(); i++) {
      var value = elements.item(i).getAttributes().getNamedItem(attribute);
      if (value != null) found.add(value.getNodeValue());
    }
    return found;
  }

  private static Box box(String name, Kind kind, String... words) {
    return new Box(name(name), kind, name.equals("welcome"), List.of(), List.of(words));
  }

  private static Arrow arrow(String from, String to, String... labels) {
    return new Arrow(name(from), name(to), List.of(labels));
  }

  private static StateName name(String name) {
    return new StateName(name);
  }
}
