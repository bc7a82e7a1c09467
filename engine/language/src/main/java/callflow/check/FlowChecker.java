package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.FlowFile;
import callflow.value.FlowName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Finds everything that is wrong with a flow, before any call.
///
/// The rules run in stages, so that one cause gives one finding: what is named must be there; what
/// is there must fit together; only then is it worth asking where the ways lead; and only of a flow
/// without errors what else there is to say, for a missing way makes states unreachable.
public final class FlowChecker {
  private static final List<FlowRule> NAMES =
      List.of(
          new StateNames(),
          new ToolNames(),
          new VariableNames(),
          new TargetNames(),
          new OperationNames(),
          new EventNames(),
          new ReservedNames(),
          new ClashingNames(),
          new SubFlows());

  private static final List<FlowRule> PARTS =
      List.of(
          new Ranges(),
          new Initials(),
          new Conditions(),
          new Wordings(),
          new Holes(),
          new Languages(),
          new MustHear(),
          new Arguments(),
          new Saves(),
          new Settings(),
          new Handovers(),
          new Effects(),
          new Retries(),
          new AfterCall(),
          new Secrets(),
          new SpokenPromises(),
          new Keys(),
          new KeyEntry(),
          new Quantities(),
          new Schedules(),
          new Destinations(),
          new Shapes(),
          new Outcomes(),
          new Reports(),
          new Compliance());

  private static final List<FlowRule> WAYS =
      List.of(
          new Unused(),
          new Tellings(),
          new Offers(),
          new SilentLoops(),
          new Detours(),
          new WaysOut(),
          new Branches(),
          new ToolOutcomes(),
          new TransferOutcomes(),
          new Exhausted(),
          new SilenceLadders(),
          new NoMatchLadders());

  private static final List<FlowRule> REMARKS =
      List.of(
          new Reachability(),
          new PossiblyUnset(),
          new SilenceNotes(),
          new PolicyNotes(),
          new Advice());

  /// The sections of a file whose names a rule looks for.
  private static final Map<Rule, List<String>> DECLARED_IN =
      Map.of(
          Rule.UNKNOWN_STATE, List.of("states"),
          Rule.UNKNOWN_VARIABLE, List.of("variables"),
          Rule.UNKNOWN_TOOL, List.of("tools"),
          Rule.UNKNOWN_EVENT, List.of("tools", "transfers"),
          Rule.UNKNOWN_TRANSFER, List.of("transfers"),
          Rule.UNKNOWN_SCHEDULE, List.of("schedules"),
          Rule.UNKNOWN_SWITCH, List.of("switches"));

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic it) -> it.span().file())
          .thenComparingInt(it -> it.span().startLine())
          .thenComparingInt(it -> it.span().startColumn())
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  private FlowChecker() {}

  /// All findings about a flow whose file is well formed, in the order of their places.
  ///
  /// @param callees the flows it calls, by name; those that aren't there have been told already
  public static List<Diagnostic> check(
      FlowFile flow, ToolCatalog catalog, Map<FlowName, Callee> callees) {
    var context = Context.of(flow, catalog, callees);
    var findings = new Findings();
    run(NAMES, context, findings);
    boolean named = !findings.hasErrors() && flow.damaged().isEmpty();
    // What a broken connector answers is not known, so neither is where its answers lead.
    boolean known = unusable(flow, catalog).isEmpty();
    run(PARTS, context, findings);
    if (named && known) run(WAYS, context, findings);
    if (known && !findings.hasErrors()) run(REMARKS, context, findings);
    return sorted(findings.hasErrors() ? findings.withoutNotes() : findings.all());
  }

  /// The findings about what is left of a flow whose file is not well formed: names and parts only,
  /// for nobody can say where its ways lead.
  public static List<Diagnostic> checkRemains(
      FlowFile flow, ToolCatalog catalog, Map<FlowName, Callee> callees) {
    var context = Context.of(flow, catalog, callees);
    var findings = new Findings();
    run(NAMES, context, findings);
    run(PARTS, context, findings);
    return sorted(
        findings.withoutNotes().stream().filter(it -> !excused(flow, it.rule())).toList());
  }

  /// Whether the whole section in which the names of this rule are declared could not be read.
  private static boolean excused(FlowFile flow, Rule rule) {
    return DECLARED_IN.getOrDefault(rule, List.of()).stream().anyMatch(flow.damaged()::contains);
  }

  /// What keeps a flow without errors from running: connectors whose own files are broken. Their
  /// errors are told elsewhere, so this is said only when nothing else is wrong.
  public static List<Diagnostic> unusable(FlowFile flow, ToolCatalog catalog) {
    var findings = new Findings();
    OperationNames.damaged(flow, catalog, findings);
    return findings.all();
  }

  /// In the order in which a reader meets them.
  public static List<Diagnostic> sorted(List<Diagnostic> findings) {
    return findings.stream().distinct().sorted(BY_PLACE).toList();
  }

  private static void run(List<FlowRule> rules, Context context, Findings findings) {
    rules.forEach(rule -> rule.check(context, findings));
  }
}
