package callflow.app;

import callflow.connector.operation.Secret;
import callflow.connector.operation.Secrets;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.DeploymentFile.SecretReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fetches the secrets a deployment refers to, and notes at their place those that can't be had.
final class ReferredSecrets {
  /// No key or token comes near it; a file that is larger is another file.
  static final int MAX_BYTES = 4096;

  private final Path deployment;
  private final Secrets environment;
  private final List<Diagnostic> missing = new ArrayList<>();

  /// For one deployment.
  ///
  /// @param deployment the file which the paths of others are relative to
  ReferredSecrets(Path deployment, Secrets environment) {
    this.deployment = deployment;
    this.environment = environment;
  }

  /// One finding for each secret that could not be had.
  List<Diagnostic> missing() {
    return List.copyOf(missing);
  }

  /// The secret, or nothing and a finding.
  ///
  /// @param setting what it is for, such as `grok.key`
  Optional<Secret> read(String setting, Located<SecretReference> reference) {
    return switch (reference.value()) {
      case SecretReference.Environment(var variable) -> variable(setting, variable, reference);
      case SecretReference.File(var path) -> file(setting, path, reference);
    };
  }

  private Optional<Secret> variable(
      String setting, String variable, Located<SecretReference> reference) {
    String value = environment.value(variable).orElse("");
    if (value.isEmpty()) {
      return refuse(
          reference,
          "`" + setting + "` needs the environment variable `" + variable + "`, which is not set",
          "set `" + variable + "` where callflow is started");
    }
    return usable(value, "the environment variable `" + variable + "`", setting, reference);
  }

  private Optional<Secret> file(String setting, String path, Located<SecretReference> reference) {
    String file = "the file `" + path + "`";
    try (var bytes = Files.newInputStream(deployment.resolveSibling(path))) {
      byte[] content = bytes.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        return refuse(
            reference,
            file + " of `" + setting + "` is larger than " + MAX_BYTES + " bytes",
            "name a file that holds the secret and nothing else");
      }
      String text = new String(content, StandardCharsets.UTF_8).strip();
      if (!text.isEmpty()) return usable(text, file, setting, reference);
      return refuse(
          reference, file + " of `" + setting + "` is empty", "put the secret into the file");
    } catch (IOException | InvalidPathException unreadable) {
      return refuse(
          reference,
          "`" + setting + "` needs " + file + ", which can't be read",
          "the path is relative to `"
              + ProjectFiles.shown(deployment)
              + "`; check it and the rights of the file");
    }
  }

  /// A secret goes into headers, where anything but letters, digits and signs would be cut or
  /// refused.
  private Optional<Secret> usable(
      String text, String source, String setting, Located<SecretReference> reference) {
    boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    return plain
        ? Optional.of(new Secret(text))
        : refuse(
            reference,
            source
                + " of `"
                + setting
                + "` holds a blank, a line break or another sign that no"
                + " key has",
            "put in the secret as it was issued, and nothing else");
  }

  private Optional<Secret> refuse(Located<SecretReference> reference, String message, String hint) {
    missing.add(Diagnostic.of(Rule.MISSING_SECRET, reference.span(), message).withHint(hint));
    return Optional.empty();
  }
}
