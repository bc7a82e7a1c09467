package callflow.parse;

import callflow.expression.Template;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.DefaultsDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.Localized;
import callflow.syntax.PolicyDecl;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.TransferDecl;
import callflow.syntax.VariableDecl;
import callflow.syntax.VoiceDecl;
import callflow.value.FlowName;
import callflow.value.StateName;
import callflow.value.ToolName;
import java.util.List;
import java.util.Optional;

/// Reads one `*.flow.yaml`.
public final class FlowParser {
  private final Findings findings = new Findings();
  private final Declarations declarations = new Declarations(findings);

  private FlowParser() {}

  /// What is whole of the flow, and everything that is wrong with the shape of the rest.
  ///
  /// There is no value when the file isn't YAML, isn't a mapping, or lacks its name or its start.
  public static Parsed<FlowFile> parse(SourceFile source) {
    var parser = new FlowParser();
    Optional<FlowFile> flow = FileRoot.read(source, "flow", parser.findings).flatMap(parser::flow);
    return new Parsed<>(flow, parser.findings.all());
  }

  private Optional<FlowFile> flow(MapReader map) {
    Optional<Located<FlowName>> name =
        map.need("flow", "`flow: name` as the first line")
            .flatMap(Keyed::fileName)
            .map(word -> word.map(FlowName::new));
    Optional<Located<String>> title = map.take("title").flatMap(Slot::sentence);
    Optional<Located<StateName>> start =
        map.need("start", "`start:` and the name of the first state")
            .flatMap(slot -> slot.reference(StateName::new));
    List<Located<String>> languages = map.take("languages").map(Languages::tags).orElse(List.of());
    Optional<Localized<Template>> persona = map.take("persona").flatMap(WordingReader::guidance);
    VoiceDecl voice = map.take("voice").map(FlowParser::voice).orElse(VoiceDecl.NONE);
    List<VariableDecl> variables =
        declarations.read(map.take("variables"), VariableReader.EXAMPLE, VariableReader::read);
    List<ToolDecl> tools =
        declarations.read(map.take("tools"), ToolReader.EXAMPLE, ToolReader::read);
    DefaultsDecl defaults =
        map.take("defaults").map(FlowParser::defaults).orElse(DefaultsDecl.NONE);
    List<AnywhereDecl> anywhere =
        map.take("anywhere").map(ChoiceReader::anywhere).orElse(List.of());
    List<Located<ToolName>> afterCall =
        map.take("after_call").map(StateReader::tools).orElse(List.of());
    List<ScheduleDecl> schedules =
        declarations.read(map.take("schedules"), ScheduleReader.EXAMPLE, ScheduleReader::read);
    List<TransferDecl> transfers =
        declarations.read(map.take("transfers"), TransferReader.EXAMPLE, TransferReader::read);
    List<PolicyDecl> policies = map.take("policies").map(PolicyReader::read).orElse(List.of());
    List<StateDecl> states =
        declarations.readSome(
            map.need("states", "`states:` and below it the states of the conversation"),
            StateReader.EXAMPLE,
            StateReader::read);
    map.close();
    declarations.addDamaged(map.misspelt());
    if (!map.has("states")) declarations.addDamaged(List.of("states"));
    declarations.watch(map.take("defaults"));
    declarations.watch(map.take("anywhere"));
    declarations.watch(map.take("after_call"));
    return name.flatMap(flow ->
        start.map(first ->
            new FlowFile(
                flow,
                title,
                first,
                languages,
                persona,
                voice,
                variables,
                tools,
                defaults,
                anywhere,
                afterCall,
                schedules,
                transfers,
                policies,
                states,
                declarations.damaged())));
  }

  private static VoiceDecl voice(Slot slot) {
    return slot.fields("`voice`", "`voice: { name: ara }`")
        .map(map -> {
          var voice =
              new VoiceDecl(
                  map.take("name").flatMap(Slot::word),
                  map.take("language").flatMap(Languages::tag),
                  map.take("speed").flatMap(Slot::decimal));
          map.close();
          return voice;
        })
        .orElse(VoiceDecl.NONE);
  }

  private static DefaultsDecl defaults(Slot slot) {
    return slot.fields("`defaults`", "`defaults:` and below it `silence:` and `on:`")
        .map(map -> {
          var defaults =
              new DefaultsDecl(
                  map.take("silence").map(ActionReader::silence).orElse(List.of()),
                  map.take("on").map(ActionReader::handlers).orElse(List.of()));
          map.close();
          return defaults;
        })
        .orElse(DefaultsDecl.NONE);
  }
}
