package callflow.check;

import callflow.check.Text.Role;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.Template.Part;
import callflow.value.VariableName;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A variable's value is asked for with `${…}`, not in the manner of other languages.
record Holes() implements FlowRule {
  private static final String PATH = "[a-z][a-z0-9_]*(?:[.][A-Za-z][A-Za-z0-9_]*)*";

  /// `{{amount}}`, `{amount}`, `$amount`.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?<![$])(?:\\{\\{\\s*PATH\\s*\\}\\}|\\{\\s*PATH\\s*\\}|[$]PATH)".replace("PATH", PATH));

  @Override
  public void check(Context context, Findings findings) {
    for (Text text : context.texts()) {
      boolean read =
          text.role() == Role.SPOKEN
              || text.role() == Role.GUIDANCE
              || text.role() == Role.HANDED_OVER;
      if (read) check(context, findings, text);
    }
  }

  private static void check(Context context, Findings findings, Text text) {
    for (Part part : text.template().parts()) {
      if (!(part instanceof Part.Words(var words))) continue;
      List<MatchResult> found = FOREIGN.matcher(words).results().toList();
      found.stream()
          .filter(match -> names(context, path(match)))
          .forEach(match -> findings.add(finding(text, match)));
    }
  }

  private static boolean names(Context context, String path) {
    return context.variable(new VariableName(path.replaceFirst("[.].*", ""))).isPresent();
  }

  private static String path(MatchResult match) {
    return match.group().replaceAll("[^A-Za-z0-9_.]", "");
  }

  private static Diagnostic finding(Text text, MatchResult match) {
    String message =
        text.where()
            + " has `"
            + match.group()
            + "`, which stays as it is; a value is written in `${…}`";
    return Diagnostic.of(Rule.LOOKS_LIKE_A_HOLE, text.template().span(), message)
        .withSuggestions(List.of("${" + path(match) + "}"));
  }
}
