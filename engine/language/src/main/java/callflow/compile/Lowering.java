package callflow.compile;

import callflow.check.ToolCatalog;
import callflow.check.VariableTypes;
import callflow.expression.Qualifier;
import callflow.program.PolicyDef;
import callflow.program.Program;
import callflow.program.ProgramId;
import callflow.program.ScheduleDef;
import callflow.program.ValueCheck;
import callflow.program.VariableDef;
import callflow.program.VoiceSettings;
import callflow.source.Located;
import callflow.syntax.ComplianceDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.PolicyDecl;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.VariableDecl;
import callflow.syntax.VoiceDecl;
import callflow.value.Type;
import callflow.value.VariableName;
import java.math.BigDecimal;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns a checked flow into the program that runs: every default filled in, every name resolved.
final class Lowering {
  static final String VOICE = "ara";
  static final String LANGUAGE = "auto";

  private final FlowFile flow;
  private final ToolCatalog catalog;
  private final WordingLowering words;

  private Lowering(FlowFile flow, ToolCatalog catalog, WordingLowering words) {
    this.flow = flow;
    this.catalog = catalog;
    this.words = words;
  }

  /// The languages a flow speaks; what its voice says where the flow doesn't.
  static List<String> languages(FlowFile flow) {
    var languages = flow.languages().stream().map(Located::value).toList();
    return languages.isEmpty() ? List.of(voice(flow).language()) : languages;
  }

  /// The program of a flow without errors, still without a name of its own and without the flows it
  /// calls.
  ///
  /// @param words in the languages of the call, which those of a flow that is called are
  static Program program(
      FlowFile flow, ToolCatalog catalog, WordingLowering words, StateLowering states) {
    return new Lowering(flow, catalog, words).program(states);
  }

  private Program program(StateLowering states) {
    return new Program(
        ProgramId.NONE,
        flow.name().value(),
        flow.start().value(),
        languages(flow),
        flow.persona().map(words::guidance),
        voice(flow),
        variables(),
        named(
            flow.tools(),
            tool -> tool.name().value(),
            tool -> ToolLowering.lower(tool, catalog, words)),
        flow.switches().stream().map(each -> each.name().value()).toList(),
        named(flow.schedules(), schedule -> schedule.name().value(), Lowering::schedule),
        named(
            flow.transfers(),
            transfer -> transfer.name().value(),
            transfer -> TransferLowering.lower(transfer, words)),
        flow.policies().stream().map(Lowering::policy).toList(),
        flow.afterCall().stream().map(Located::value).toList(),
        named(flow.states(), state -> state.name().value(), states::lower),
        ReportLowering.lower(flow, catalog),
        flow.compliance()
            .flatMap(ComplianceDecl::retention)
            .map(days -> Period.ofDays(days.value())),
        LimitsLowering.lower(flow.limits()));
  }

  /// The declarations by their names, in the order of the file.
  static <D, K, V> SequencedMap<K, V> named(
      List<D> declared, Function<D, K> name, Function<D, V> lowered) {
    var map = new LinkedHashMap<K, V>();
    declared.forEach(one -> map.put(name.apply(one), lowered.apply(one)));
    return map;
  }

  private static VoiceSettings voice(FlowFile flow) {
    VoiceDecl voice = flow.voice();
    return new VoiceSettings(
        voice.name().map(Located::value).orElse(VOICE),
        flow.languages().stream()
            .findFirst()
            .or(voice::language)
            .map(Located::value)
            .orElse(LANGUAGE),
        voice.speed().map(Located::value).orElse(BigDecimal.ONE));
  }

  private SequencedMap<VariableName, VariableDef> variables() {
    var types = VariableTypes.of(flow, catalog);
    return named(
        flow.variables(),
        variable -> variable.name().value(),
        variable ->
            variable(
                variable, types.getOrDefault(variable.name().value(), variable.type().value())));
  }

  private VariableDef variable(VariableDecl variable, Type type) {
    var name = variable.name().value();
    return new VariableDef(
        name,
        type,
        variable.describe().map(Located::value).orElseGet(() -> inWords(name.value())),
        variable.sensitive() || variable.secret(),
        variable.secret(),
        variable.initial().map(Located::value).map(value -> Fitting.of(type, value)),
        variable
            .check()
            .map(check -> new ValueCheck(check.condition(), words.wording(check.otherwise()))));
  }

  /// A name as a person would say it: `birth_date` is "birth date".
  static String inWords(String name) {
    return Qualifier.bare(name).replace('_', ' ');
  }

  private static ScheduleDef schedule(ScheduleDecl schedule) {
    var hours =
        schedule.open().stream()
            .flatMap(open ->
                open.days().stream().map(day -> new ScheduleDef.Hours(day, open.span().value())))
            .toList();
    var closed =
        schedule.closed().stream().map(days -> new ScheduleDef.Special(days.value(), List.of()));
    var holidays =
        schedule.holidays().stream()
            .map(each ->
                new ScheduleDef.Special(
                    each.dates().value(), each.open().stream().map(Located::value).toList()));
    return new ScheduleDef(
        schedule.name().value(),
        schedule.zone().value(),
        hours,
        Stream.concat(closed, holidays).toList(),
        schedule.emergency().map(Located::value));
  }

  private static PolicyDef policy(PolicyDecl policy) {
    return switch (policy) {
      case PolicyDecl.Never(var name, var tools, var unless) ->
          new PolicyDef.Never(
              name.value(), tools.stream().map(Located::value).collect(Collectors.toSet()), unless);
      case PolicyDecl.Reach(var name, var state, var within) ->
          new PolicyDef.Reach(name.value(), state.value(), within.value());
      case PolicyDecl.EndsIn(var name, var endings) ->
          new PolicyDef.EndsIn(name.value(), endings.stream().map(Located::value).toList());
      case PolicyDecl.NeverSpoken(var name, var variables) ->
          new PolicyDef.NeverSpoken(name.value(), variables.stream().map(Located::value).toList());
    };
  }
}
