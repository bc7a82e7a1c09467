package callflow.syntax;

import callflow.expression.Template;
import callflow.source.Located;
import callflow.value.FlowName;
import callflow.value.StateName;
import callflow.value.ToolName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One `*.flow.yaml` as its author wrote it.
///
/// @param languages that the flow speaks, the one it begins with first; empty when it doesn't say
/// @param afterCall tools that are called when the call has ended, however it ended
/// @param report fields of the call's record, worked out when it has ended
/// @param damaged names that are declared, but so badly that nothing else is known of them; used so
///   that a reference to them isn't reported as well; where there are any, nobody can say what is
///   unreachable or never used. `defaults`, `anywhere`, `after_call` and sections that are no
///   sections at all stand for themselves
public record FlowFile(
    Located<FlowName> name,
    Optional<Located<String>> title,
    Located<StateName> start,
    List<Located<String>> languages,
    Optional<Localized<Template>> persona,
    VoiceDecl voice,
    List<VariableDecl> variables,
    List<ToolDecl> tools,
    DefaultsDecl defaults,
    List<AnywhereDecl> anywhere,
    RepairDecl repair,
    List<Located<ToolName>> afterCall,
    List<SwitchDecl> switches,
    List<ScheduleDecl> schedules,
    List<TransferDecl> transfers,
    List<PolicyDecl> policies,
    List<StateDecl> states,
    CallLimitsDecl limits,
    List<ToolDecl.ArgumentDecl> report,
    Optional<ComplianceDecl> compliance,
    ReuseDecl reuse,
    Set<String> damaged) {}
