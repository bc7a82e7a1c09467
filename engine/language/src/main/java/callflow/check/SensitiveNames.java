package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.VariableDecl;
import callflow.value.Type;
import java.util.regex.Pattern;

/// What is called like something private is treated so.
record SensitiveNames() implements Remark {
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(.*_)?(pin|password|passcode|iban|cvv|cvc|ssn|birth_?date|date_of_birth|born|birthday"
              + "|card_number|card|diagnosis|salary)(_.*)?");

  @Override
  public void check(Context context, Findings findings) {
    for (VariableDecl variable : context.flow().variables()) {
      String name = variable.name().value().value();
      boolean kept = variable.sensitive() || variable.secret();
      boolean onlyYesOrNo = context.type(variable.name().value()) instanceof Type.Bool;
      if (kept || onlyYesOrNo || !PRIVATE.matcher(name).matches()) continue;
      findings.add(
          Rule.LOOKS_SENSITIVE,
          variable.name().span(),
          "`" + name + "` sounds like something private, and everybody who reads a log sees it",
          "add `sensitive: yes`, or `secret: yes` if the model must not learn it either");
    }
  }
}
