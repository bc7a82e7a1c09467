package callflow.syntax;

import callflow.expression.Template;
import callflow.source.Located;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// One state as its author wrote it.
///
/// @param bargeIn false when the state says `barge_in: no`: what it says is heard to the end
/// @param silence empty when the state leaves it to the defaults; an empty list when it is `off`
/// @param noMatch the same for turns of the caller that bring nothing
/// @param returns the word with which a flow that was called goes back to its caller
/// @param anywhere false when the state says `anywhere: off`
/// @param repair what is otherwise here than in the rest of the flow
/// @param help what a caller hears who asks for help here
public record StateDecl(
    Located<StateName> name,
    List<Located<VariableName>> clear,
    List<ActionDecl.SetDecl> set,
    List<Located<ToolName>> before,
    Optional<WordingDecl> say,
    boolean bargeIn,
    Optional<Localized<Template>> prompt,
    List<CollectDecl> collect,
    List<ChoiceDecl> choices,
    List<Located<ToolName>> tools,
    List<Located<ToolName>> run,
    List<BranchDecl> next,
    List<HandlerDecl> on,
    Optional<List<SilenceDecl>> silence,
    Optional<List<ActionDecl>> noMatch,
    boolean anywhere,
    RepairDecl repair,
    Optional<WordingDecl> help,
    Optional<Located<TransferName>> transfer,
    Optional<Located<String>> hangup,
    Optional<CallDecl> call,
    Optional<Located<String>> returns,
    MarksDecl marks,
    boolean pauseRecording) {

  /// Whether callers are heard in this state.
  public boolean listens() {
    return prompt.isPresent() || !collect.isEmpty() || !choices.isEmpty() || !tools.isEmpty();
  }
}
