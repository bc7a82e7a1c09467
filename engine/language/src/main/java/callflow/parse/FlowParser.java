package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.expression.Qualifier;
import callflow.expression.Template;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.CallLimitsDecl;
import callflow.syntax.ComplianceDecl;
import callflow.syntax.DefaultsDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.Localized;
import callflow.syntax.PolicyDecl;
import callflow.syntax.RepairDecl;
import callflow.syntax.ReuseDecl;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.SwitchDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.ToolDecl.ArgumentDecl;
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
  private final Findings findings;
  private final Declarations declarations;
  private final Inclusion inclusion;

  private FlowParser(Library library, Qualifier names) {
    this.findings = new Findings(names);
    this.declarations = new Declarations(findings);
    this.inclusion = new Inclusion(library, findings);
  }

  /// What is whole of the flow, and everything that is wrong with the shape of the rest.
  ///
  /// There is no value when the file isn't YAML, isn't a mapping, or lacks its name or its start.
  public static Parsed<FlowFile> parse(SourceFile source) {
    return parse(source, Library.EMPTY);
  }

  /// The same with the parts that the flow includes put into it.
  public static Parsed<FlowFile> parse(SourceFile source, Library library) {
    return parse(source, library, Qualifier.NONE);
  }

  /// The same with each name as a flow knows it that calls this one.
  public static Parsed<FlowFile> parse(SourceFile source, Library library, Qualifier names) {
    var parser = new FlowParser(library, names);
    Optional<FlowFile> flow = parser.inclusion.read(source).flatMap(parser::flow);
    return new Parsed<>(flow, parser.findings.all());
  }

  /// What is wrong with the shape of a part that no flow includes.
  public static List<Diagnostic> checkPart(SourceFile source) {
    var parser = new FlowParser(Library.EMPTY, Qualifier.NONE);
    parser.inclusion.readAlone(source).ifPresent(parser::flow);
    return parser.findings.all();
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
    List<VariableDecl> inputs =
        declarations.read(map.take("inputs"), ReuseReader.INPUTS, VariableReader::read);
    List<VariableDecl> declared =
        declarations.read(map.take("variables"), VariableReader.EXAMPLE, VariableReader::read);
    List<VariableDecl> variables = ReuseReader.variables(inputs, declared, findings);
    List<ToolDecl> tools =
        declarations.read(map.take("tools"), ToolReader.EXAMPLE, ToolReader::read);
    DefaultsDecl defaults =
        map.take("defaults").map(FlowParser::defaults).orElse(DefaultsDecl.NONE);
    List<AnywhereDecl> anywhere =
        map.take("anywhere").map(ChoiceReader::anywhere).orElse(List.of());
    RepairDecl repair = map.take("repair").map(RepairReader::read).orElse(RepairDecl.NONE);
    List<Located<ToolName>> afterCall =
        map.take("after_call").map(StateReader::tools).orElse(List.of());
    List<SwitchDecl> switches =
        declarations.read(map.take("switches"), SwitchReader.EXAMPLE, SwitchReader::declared);
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
    CallLimitsDecl limits =
        map.take("limits").map(CallLimitsReader::read).orElse(CallLimitsDecl.NONE);
    List<ArgumentDecl> report = map.take("report").map(ToolReader::arguments).orElse(List.of());
    Optional<ComplianceDecl> compliance = map.take("compliance").flatMap(ComplianceReader::read);
    ReuseDecl reuse = ReuseReader.read(map, inclusion.parts(), inputs);
    map.close();
    declarations.addDamaged(inclusion.lost());
    declarations.addDamaged(map.misspelt());
    if (!map.has("states")) declarations.addDamaged(List.of("states"));
    declarations.watch(map.take("defaults"));
    declarations.watch(map.take("anywhere"));
    declarations.watch(map.take("repair"));
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
                repair,
                afterCall,
                switches,
                schedules,
                transfers,
                policies,
                states,
                limits,
                report,
                compliance,
                reuse,
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
    return slot.fields("`defaults`", "`defaults:` and below it `silence:`, `no_match:` or `on:`")
        .map(map -> {
          var defaults =
              new DefaultsDecl(
                  map.take("silence").flatMap(LadderReader::silence).orElse(List.of()),
                  map.take("no_match").flatMap(LadderReader::noMatch).orElse(List.of()),
                  map.take("on").map(ActionReader::handlers).orElse(List.of()));
          map.close();
          return defaults;
        })
        .orElse(DefaultsDecl.NONE);
  }
}
