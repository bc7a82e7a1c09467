package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.DeploymentFile.SecretReference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References to secrets, never secrets themselves; what was written is not repeated.
final class SecretReader {
  private static final Pattern ENVIRONMENT = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]{0,99})");
  private static final Pattern FILE = Pattern.compile("file:(\\S.{0,999})");

  private SecretReader() {}

  static Optional<Located<SecretReference>> read(Slot slot) {
    Optional<Located<String>> word = slot.word("a reference such as `env:NAME`");
    Optional<Located<SecretReference>> reference =
        word.flatMap(
            text -> reference(text.value()).map(found -> new Located<>(found, text.span())));
    if (reference.isEmpty()) word.ifPresent(text -> refuse(slot, text));
    return reference;
  }

  /// One, or a list of two of which either is right.
  static List<Located<SecretReference>> oneOrTwo(Slot slot) {
    List<Slot> items = slot.oneOrMore();
    if (slot.isList() && (items.isEmpty() || items.size() > 2)) {
      slot.mismatch(
          "one reference, or two while the secret is being changed",
          "write `" + slot.name() + ": env:NAME` or `" + slot.name() + ": [env:NEW, env:OLD]`");
      return List.of();
    }
    return items.stream().flatMap(item -> read(item).stream()).toList();
  }

  private static Optional<SecretReference> reference(String text) {
    Matcher variable = ENVIRONMENT.matcher(text);
    if (variable.matches()) {
      return Optional.of(new SecretReference.Environment(variable.group(1)));
    }
    Matcher file = FILE.matcher(text);
    return file.matches() ? Optional.of(new SecretReference.File(file.group(1))) : Optional.empty();
  }

  /// What stands after `env:` may be the secret itself, so it is not shown either.
  private static void refuse(Slot slot, Located<String> word) {
    boolean begun = word.value().startsWith("env:") || word.value().startsWith("file:");
    String name = "`" + slot.name() + "`";
    slot.findings()
        .add(
            Rule.SECRET_LITERAL,
            word.span(),
            begun
                ? name + " names neither an environment variable nor a file"
                : name + " is written here in clear text",
            begun
                ? "write `env:` and letters, digits and `_`, or `file:` and a path"
                : "write `env:NAME` or `file:path`, put the secret into that environment variable"
                    + " or file, and change it where it was issued, for it may have been read"
                    + " already");
  }
}
