package callflow.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The comments by which the author of some files lives with findings.
public final class Ignores {
  /// What is found only when a call is played or a server started, not by a check.
  private static final Set<Rule> FOUND_LATER = EnumSet.of(Rule.UNUSED_REPLY, Rule.MISSING_SECRET);

  private final List<Ignore> all;

  public Ignores(List<Ignore> all) {
    this.all = List.copyOf(all);
  }

  /// The findings that are left when the comments are heeded.
  public List<Diagnostic> heeded(List<Diagnostic> findings) {
    return findings.stream()
        .filter(finding -> all.stream().noneMatch(each -> each.silences(finding)))
        .toList();
  }

  /// The same, and what is wrong with the comments themselves.
  ///
  /// @param findings all there are about the files
  public List<Diagnostic> applied(List<Diagnostic> findings) {
    var left = new ArrayList<>(heeded(findings));
    for (Ignore each : all) trouble(each, findings).ifPresent(left::add);
    return List.copyOf(left);
  }

  private static Optional<Diagnostic> trouble(Ignore ignore, List<Diagnostic> findings) {
    var rule = Arrays.stream(Rule.values()).filter(it -> it.slug().equals(ignore.rule())).findAny();
    if (rule.isEmpty()) return Optional.of(unknown(ignore));
    boolean error =
        rule.get().severity() == Diagnostic.Severity.ERROR
            || findings.stream().anyMatch(it -> it.isError() && ignore.speaksOf(it));
    if (error) return Optional.of(unbearable(ignore));
    if (ignore.reason().isEmpty()) return Optional.of(withoutReason(ignore));
    boolean used = findings.stream().anyMatch(ignore::speaksOf);
    return used || FOUND_LATER.contains(rule.get()) || hasErrors(ignore, findings)
        ? Optional.empty()
        : Optional.of(idle(ignore));
  }

  /// Beside errors not everything is looked for, so nobody knows what the comment would silence.
  private static boolean hasErrors(Ignore ignore, List<Diagnostic> findings) {
    return findings.stream()
        .anyMatch(it -> it.isError() && it.span().file().equals(ignore.span().file()));
  }

  private static Diagnostic unknown(Ignore ignore) {
    var slugs = Arrays.stream(Rule.values()).map(Rule::slug).toList();
    var finding = withoutEffect(ignore, "there is no rule `" + ignore.rule() + "` to ignore");
    var near = Nearest.of(ignore.rule(), slugs);
    return near.isEmpty()
        ? finding.withHint("the rule is the word in brackets behind a finding")
        : finding.withSuggestions(near);
  }

  private static Diagnostic unbearable(Ignore ignore) {
    return withoutEffect(
            ignore,
            "`"
                + ignore.rule()
                + "` is an error, and errors can't be ignored: they keep the file"
                + " from being used")
        .withHint("put right what it says, and take the comment out");
  }

  private static Diagnostic withoutReason(Ignore ignore) {
    return Diagnostic.of(
            Rule.IGNORE_WITHOUT_REASON,
            ignore.span(),
            "nobody can see why `" + ignore.rule() + "` is to be ignored here")
        .withHint("write the reason after a colon: `# ignore " + ignore.rule() + ": the reason`");
  }

  private static Diagnostic idle(Ignore ignore) {
    return withoutEffect(
            ignore,
            "there is nothing to ignore: line "
                + ignore.line()
                + " has no finding `"
                + ignore.rule()
                + "`")
        .withHint("take the comment out, or put it on the line of the finding or the one above");
  }

  private static Diagnostic withoutEffect(Ignore ignore, String message) {
    return Diagnostic.of(Rule.IGNORE_WITHOUT_EFFECT, ignore.span(), message);
  }
}
