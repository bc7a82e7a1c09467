package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.DeploymentFile.Carrier;
import callflow.syntax.DeploymentFile.LineDecl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The entries of `lines:`.
final class LineReader {
  static final String EXAMPLE = "{ number: \"+4930123456\", flow: flows/name, carrier: twilio }";

  private static final SequencedMap<String, Carrier> CARRIERS =
      new TreeMap<>(Map.of("twilio", Carrier.TWILIO));
  private static final int MAX_LINES = 1000;

  private LineReader() {}

  static List<LineDecl> lines(Slot slot) {
    List<Slot> items = slot.items("`lines:` and below it `- " + EXAMPLE + "`");
    if (items.isEmpty() && slot.isList()) {
      slot.findings()
          .add(
              Rule.EMPTY_VALUE,
              slot.at(),
              "`lines` has no entry, so no call would be answered",
              "add `- " + EXAMPLE + "`");
    }
    if (items.size() > MAX_LINES) slot.mismatch("at most " + MAX_LINES + " lines", "use `\"*\"`");
    return items.stream().limit(MAX_LINES).flatMap(item -> line(item).stream()).toList();
  }

  private static Optional<LineDecl> line(Slot item) {
    return item.fields("a line", "`" + EXAMPLE + "`")
        .flatMap(map -> {
          var number =
              map.need("number", "`number: \"+4930123456\"`, or `number: \"*\"` for any number")
                  .flatMap(LineReader::number);
          var flow =
              map.need("flow", "`flow:` and the folder of the flow")
                  .flatMap(slot -> slot.word("the path of a flow's folder"));
          var carrier =
              map.need("carrier", "`carrier: twilio`").flatMap(slot -> slot.oneOf(CARRIERS));
          var language = map.take("language").flatMap(Languages::language);
          map.close();
          return number.flatMap(dialled ->
              flow.flatMap(path -> carrier.map(by -> new LineDecl(dialled, path, by, language))));
        });
  }

  private static Optional<Located<String>> number(Slot slot) {
    return slot.word("a telephone number")
        .filter(word ->
            word.value().equals(LineDecl.ANY_NUMBER)
                || TransferReader.isPhoneNumber(word, slot.findings()));
  }
}
