package callflow.parse;

import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.ScenarioFile;
import callflow.syntax.ScenarioFile.ConnectorReplies;
import callflow.syntax.ScenarioFile.StepDecl;
import callflow.syntax.SwitchesFile;
import callflow.value.CallTime;
import callflow.value.FlowName;
import callflow.value.Value;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Reads one `*.scenario.yaml`.
public final class ScenarioParser {
  private static final String MOMENT = "write it like `2026-03-02T10:00:00+01:00`";

  private final Findings findings = new Findings();

  private ScenarioParser() {}

  /// What is whole of the scenario, and everything that is wrong with the shape of the rest.
  ///
  /// There is no value when the file lacks its name or its flow.
  public static Parsed<ScenarioFile> parse(SourceFile source) {
    var parser = new ScenarioParser();
    Optional<ScenarioFile> file =
        FileRoot.read(source, "scenario", parser.findings).flatMap(ScenarioParser::scenario);
    return new Parsed<>(file, parser.findings.all());
  }

  private static Optional<ScenarioFile> scenario(MapReader map) {
    var name =
        map.need("scenario", "`scenario:` and what it shows, as the first line")
            .flatMap(Slot::sentence);
    var flow =
        map.need("flow", "`flow:` and the name of the flow")
            .flatMap(slot -> slot.reference(FlowName::new));
    var at = map.take("at").flatMap(ScenarioParser::moment);
    var from =
        map.take("from")
            .flatMap(slot ->
                slot.word("a telephone number")
                    .filter(word -> TransferReader.isPhoneNumber(word, slot.findings())));
    var language = map.take("language").flatMap(Languages::language);
    var headers = map.take("headers").map(UntypedValues::fields).orElse(Value.Fields.NONE);
    var switches =
        map.take("switches")
            .map(slot -> slot.entries("`switches: { storm: on }`"))
            .map(entries -> new SwitchesFile(SwitchReader.positions(entries)))
            .orElse(SwitchesFile.NONE);
    var connectors = map.take("connectors").map(ScenarioParser::connectors).orElse(List.of());
    List<StepDecl> steps =
        map.need("steps", "`steps:` and below it `- caller:` and what the caller says")
            .map(StepReader::steps)
            .orElse(List.of());
    map.close();
    return name.flatMap(title ->
        flow.map(tested ->
            new ScenarioFile(
                title, tested, at, from, language, headers, switches, connectors, steps)));
  }

  private static Optional<Located<OffsetDateTime>> moment(Slot slot) {
    return slot.word("a moment such as `2026-03-02T10:00:00+01:00`")
        .flatMap(word -> {
          try {
            return Optional.of(word.map(OffsetDateTime::parse));
          } catch (DateTimeException notAMoment) {
            slot.mismatch("a day, a time and the distance from Greenwich", MOMENT);
            return Optional.empty();
          }
        })
        .filter(moment -> isPlayable(slot, moment.value()));
  }

  private static boolean isPlayable(Slot slot, OffsetDateTime moment) {
    boolean playable = CallTime.isPlayable(moment);
    if (!playable) {
      slot.mismatch("a year from " + CallTime.FIRST_YEAR + " to " + CallTime.LAST_YEAR, MOMENT);
    }
    return playable;
  }

  private static List<ConnectorReplies> connectors(Slot slot) {
    return slot.entries("`connectors:` and below it `billing.pay: [{ reply: { … } }]`").stream()
        .flatMap(entry -> replies(entry).stream())
        .toList();
  }

  private static Optional<ConnectorReplies> replies(Keyed entry) {
    var operation =
        entry
            .word()
            .flatMap(word -> ToolReader.operation(word, "connectors", entry.value().findings()));
    var replies = ReplyReader.replies(entry.value());
    return operation.map(known -> new ConnectorReplies(known, replies));
  }
}
