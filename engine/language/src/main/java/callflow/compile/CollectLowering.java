package callflow.compile;

import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.expression.Template.Part;
import callflow.program.Collect;
import callflow.program.Collect.Keypad;
import callflow.program.Limits;
import callflow.source.Located;
import callflow.syntax.CollectDecl;
import callflow.syntax.CollectDecl.ConfirmDecl;
import callflow.syntax.CollectDecl.KeypadDecl;
import callflow.value.VariableName;
import java.util.List;
import java.util.Locale;

/// The values a state asks for, with what their authors left to us.
///
/// @param language in which a question for a yes is put that has no words of its own
record CollectLowering(Locale language) {
  static final int ATTEMPTS = 3;
  static final char TERMINATOR = '#';

  Collect lower(CollectDecl collect) {
    var variable = collect.variable().value();
    return new Collect(
        variable,
        collect.ask(),
        collect.attempts().map(Located::value).orElse(ATTEMPTS),
        collect.confirm().map(confirm -> question(variable, confirm)),
        collect.dtmf().map(CollectLowering::keypad));
  }

  private Template question(VariableName variable, ConfirmDecl confirm) {
    return confirm
        .question()
        .orElseGet(() -> {
          var heard = RepairWords.in(language).heard();
          var span = confirm.span();
          var value = new Part.Hole(new Expression.Name(variable.value(), span));
          return new Template(
              List.of(new Part.Words(heard.before()), value, new Part.Words(heard.after())), span);
        });
  }

  private static Keypad keypad(KeypadDecl keypad) {
    return new Keypad(
        keypad.terminator().map(key -> key.value().charAt(0)).orElse(TERMINATOR),
        keypad.interDigit().map(Located::value).orElse(Limits.DEFAULT.interDigit()),
        keypad.length().map(Located::value));
  }
}
