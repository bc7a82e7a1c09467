package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.Expressions;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.TransferDecl;
import callflow.syntax.TransferDecl.DestinationDecl.Chosen;
import callflow.syntax.TransferDecl.DestinationDecl.Listed;
import callflow.value.Type;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// A transfer asks for what its mode can do, and every word that chooses a number has one.
record Destinations() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (TransferDecl transfer : context.flow().transfers()) {
      modes(findings, transfer);
      if (transfer.to() instanceof Chosen chosen) chosen(context, findings, transfer, chosen);
    }
  }

  private static void modes(Findings findings, TransferDecl transfer) {
    String mode = transfer.mode().map(Located::value).orElse("cold");
    if (mode.equals("refer")) {
      transfer.callerId().ifPresent(it -> lost(findings, transfer, "caller_id", it.span()));
      transfer.whisper().ifPresent(it -> lost(findings, transfer, "whisper", it.span()));
      transfer.brief().ifPresent(it -> lost(findings, transfer, "brief", it.span()));
      transfer.queue().ifPresent(it -> lost(findings, transfer, "queue", it.span()));
    } else if (!mode.equals("warm") && transfer.brief().isPresent()) {
      mixed(
          findings,
          transfer,
          transfer.brief().get().span(),
          "is `mode: " + mode + "`, in which nobody speaks to the person who answers",
          "write `mode: warm`, or `whisper:` instead of `brief:`");
    }
  }

  private static void lost(Findings findings, TransferDecl transfer, String key, Span span) {
    mixed(
        findings,
        transfer,
        span,
        "is `mode: refer`, in which the phone network takes the call away from us before `"
            + key
            + "` could count",
        "write `mode: cold` or `mode: warm`, or take `" + key + "` out");
  }

  private static void mixed(
      Findings findings, TransferDecl transfer, Span span, String what, String hint) {
    findings.add(
        Rule.MIXED_TRANSFER, span, "transfer `" + transfer.name().value() + "` " + what, hint);
  }

  private static void chosen(
      Context context, Findings findings, TransferDecl transfer, Chosen chosen) {
    var words = chosen.from().stream().map(it -> it.word().value()).toList();
    var otherwise = chosen.otherwise();
    if (!words.isEmpty() && !words.contains(otherwise.value())) {
      findings.add(
          unknown(
              otherwise,
              "`otherwise` of transfer `"
                  + transfer.name().value()
                  + "` is `"
                  + otherwise.value()
                  + "`, for which `from` has no number",
              words));
    }
    var possible = possible(context, chosen);
    for (Listed listed : chosen.from()) {
      if (possible.isEmpty() || possible.contains(listed.word().value())) continue;
      findings.add(
          unknown(
              listed.word(),
              "transfer `"
                  + transfer.name().value()
                  + "` lists a number for `"
                  + listed.word().value()
                  + "`, which is never chosen",
              possible));
    }
  }

  private static Diagnostic unknown(Located<String> word, String message, List<String> known) {
    var near = Nearest.of(word.value(), known);
    var finding =
        Diagnostic.of(Rule.UNKNOWN_DESTINATION, word.span(), message).withSuggestions(near);
    return near.isEmpty() ? finding.withHint("the words there are: " + Words.list(known)) : finding;
  }

  /// The words a choice can have; empty when nobody can say.
  private static List<String> possible(Context context, Chosen chosen) {
    Optional<Expression> single = Expressions.single(chosen.choose());
    return single
        .flatMap(
            it -> it instanceof Expression.Name(var name, _) ? Optional.of(name) : Optional.empty())
        .map(name -> context.type(new VariableName(name)))
        .flatMap(type -> type instanceof Type.Choice(var of) ? Optional.of(of) : Optional.empty())
        .orElse(List.of());
  }
}
