package callflow.compile;

import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.expression.Template.Part;
import callflow.program.Collect;
import callflow.program.Collect.Keypad;
import callflow.program.Limits;
import callflow.program.Wording;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.CollectDecl;
import callflow.syntax.CollectDecl.ConfirmDecl;
import callflow.syntax.CollectDecl.KeypadDecl;
import callflow.value.VariableName;
import java.util.List;

/// The values a state asks for, with what their authors left to us.
record CollectLowering(WordingLowering words) {
  static final int ATTEMPTS = 3;
  static final char TERMINATOR = '#';

  Collect lower(CollectDecl collect) {
    var variable = collect.variable().value();
    return new Collect(
        variable,
        collect.ask().map(words::wording),
        collect.attempts().map(Located::value).orElse(ATTEMPTS),
        collect.confirm().map(confirm -> question(variable, confirm)),
        collect.dtmf().map(CollectLowering::keypad));
  }

  private Wording question(VariableName variable, ConfirmDecl confirm) {
    return confirm
        .question()
        .map(words::wording)
        .orElseGet(() -> words.ours(language -> heard(variable, language, confirm.span())));
  }

  private static Template heard(VariableName variable, String language, Span span) {
    var around = RepairWords.in(language).heard();
    var value = new Part.Hole(new Expression.Name(variable.value(), span));
    return new Template(
        List.of(new Part.Words(around.before()), value, new Part.Words(around.after())), span);
  }

  private static Keypad keypad(KeypadDecl keypad) {
    return new Keypad(
        keypad.terminator().map(key -> key.value().charAt(0)).orElse(TERMINATOR),
        keypad.interDigit().map(Located::value).orElse(Limits.DEFAULT.interDigit()),
        keypad.length().map(Located::value));
  }
}
