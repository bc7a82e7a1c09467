package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.syntax.ActionDecl;
import callflow.syntax.CollectDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.Localized;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.TransferDecl;
import callflow.syntax.TransferDecl.DestinationDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A template of a flow, and what it is for.
///
/// @param where names the place for messages, as in "`say` of state `menu`"
/// @param answering the tool whose answer `result` stands for in it; elsewhere there is no `result`
/// @param ended whether the call has ended by then, so that its outcome is known
record Text(
    Template template, Role role, String where, Optional<ToolDecl> answering, boolean ended) {

  Text(Template template, Role role, String where) {
    this(template, role, where, Optional.empty(), false);
  }

  /// Who gets to see the text.
  enum Role {
    /// Spoken to the caller, word for word.
    SPOKEN,
    /// Read by the model.
    GUIDANCE,
    /// Spoken to the person who answers a transfer, or shown to them; may use `summary`.
    HANDED_OVER,
    /// Sent to a connector.
    SENT,
    /// Sent along with a transfer; may use `summary`.
    ATTACHED,
    /// Written into the record of the call.
    RECORDED,
    /// Put into a variable.
    STORED
  }

  static List<Text> of(FlowFile flow) {
    var texts = new ArrayList<Text>();
    Utterance.of(flow).forEach(said -> ofUtterance(texts, said));
    add(texts, flow.persona(), "`persona`");
    var last = AfterCall.only(flow);
    for (ToolDecl tool : flow.tools()) ofTool(texts, tool, last.contains(tool.name().value()));
    for (TransferDecl transfer : flow.transfers()) ofTransfer(texts, transfer);
    for (StateDecl state : flow.states()) ofState(texts, state);
    for (Deed deed : Deed.of(flow)) {
      ofSet(texts, deed.action().set(), deed.doer());
    }
    for (ToolDecl.ArgumentDecl field : flow.report()) {
      String where = "`" + field.name().value() + "` of `report`";
      texts.add(new Text(field.value(), Role.RECORDED, where, Optional.empty(), true));
    }
    return texts;
  }

  private static void ofTool(List<Text> texts, ToolDecl tool, boolean ended) {
    String whose = " of tool `" + tool.name().value() + "`";
    for (ToolDecl.ArgumentDecl argument : tool.with()) {
      String where = "`" + argument.name().value() + "`" + whose;
      texts.add(new Text(argument.value(), Role.SENT, where, Optional.empty(), ended));
    }
    tool.tell().ifPresent(tell -> tell.all().forEach(text -> texts.add(told(tool, text))));
    tool.sayResult()
        .ifPresent(words -> words.templates().forEach(text -> texts.add(saidOfResult(tool, text))));
  }

  /// What the model is told of an answer.
  static Text told(ToolDecl tool, Template tell) {
    String where = "`tell` of tool `" + tool.name().value() + "`";
    return new Text(tell, Role.GUIDANCE, where, Optional.of(tool), false);
  }

  private static Text saidOfResult(ToolDecl tool, Template text) {
    String where = "`say_result` of tool `" + tool.name().value() + "`";
    return new Text(text, Role.SPOKEN, where, Optional.of(tool), false);
  }

  private static void ofTransfer(List<Text> texts, TransferDecl transfer) {
    for (ToolDecl.ArgumentDecl entry : transfer.attach()) {
      String where =
          "`" + entry.name().value() + "` attached by transfer `" + transfer.name().value() + "`";
      texts.add(new Text(entry.value(), Role.ATTACHED, where));
    }
    String whose = " of transfer `" + transfer.name().value() + "`";
    transfer
        .whisper()
        .ifPresent(it -> texts.add(new Text(it, Role.HANDED_OVER, "`whisper`" + whose)));
    transfer.brief().ifPresent(it -> texts.add(new Text(it, Role.HANDED_OVER, "`brief`" + whose)));
    transfer.callerId().ifPresent(it -> texts.add(new Text(it, Role.SENT, "`caller_id`" + whose)));
    if (transfer.to() instanceof DestinationDecl.Chosen(var choose, _, _)) {
      texts.add(new Text(choose, Role.SENT, "`choose`" + whose));
    }
  }

  private static void ofState(List<Text> texts, StateDecl state) {
    String whose = " of state `" + state.name().value() + "`";
    add(texts, state.prompt(), "`prompt`" + whose);
    for (CollectDecl collect : state.collect()) {
      boolean ours = collect.confirm().filter(it -> it.question().isEmpty()).isPresent();
      if (ours) texts.add(confirming(collect, whose));
    }
    ofSet(texts, state.set(), "state `" + state.name().value() + "`");
    state.call().ifPresent(call -> ofSet(texts, call.with(), "the call" + whose));
  }

  /// A question for a yes to a value that has no words of its own speaks the value.
  private static Text confirming(CollectDecl collect, String whose) {
    var at = collect.variable().span();
    var name = collect.variable().value().value();
    var value = new Template.Part.Hole(new Expression.Name(name, at));
    var template = new Template(List.of(value), at);
    return new Text(template, Role.SPOKEN, "`confirm` of `" + name + "`" + whose);
  }

  private static void ofSet(List<Text> texts, List<ActionDecl.SetDecl> sets, String doer) {
    for (ActionDecl.SetDecl set : sets) {
      String where = "`" + set.variable().value() + "` set by " + doer;
      texts.add(new Text(set.value(), Role.STORED, where));
    }
  }

  private static void ofUtterance(List<Text> texts, Utterance said) {
    said.wording()
        .templates()
        .forEach(text -> texts.add(new Text(text, Role.SPOKEN, said.where())));
  }

  private static void add(List<Text> texts, Optional<Localized<Template>> written, String where) {
    for (Template text : written.map(Localized::all).orElse(List.of())) {
      texts.add(new Text(text, Role.GUIDANCE, where));
    }
  }
}
