package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.syntax.DeploymentFile;
import callflow.syntax.DeploymentFile.GrokDecl;
import callflow.syntax.DeploymentFile.LimitsDecl;
import callflow.syntax.DeploymentFile.LineDecl;
import callflow.syntax.DeploymentFile.ServerDecl;
import callflow.syntax.DeploymentFile.TwilioDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one `callflow.yaml`.
public final class DeploymentParser {
  private final Findings findings = new Findings();

  private DeploymentParser() {}

  /// What is whole of the deployment, and everything that is wrong with the shape of the rest.
  ///
  /// Lines with an error in them are left out; there is no value when the voice service or the
  /// server can't be understood.
  public static Parsed<DeploymentFile> parse(SourceFile source) {
    var parser = new DeploymentParser();
    Optional<DeploymentFile> file =
        FileRoot.read(source, "deployment", "`lines:`", parser.findings)
            .flatMap(parser::deployment);
    return new Parsed<>(file, parser.findings.all());
  }

  private Optional<DeploymentFile> deployment(MapReader map) {
    List<LineDecl> lines =
        map.need("lines", "`lines:` and below it `- " + LineReader.EXAMPLE + "`")
            .map(LineReader::lines)
            .orElse(List.of());
    Optional<GrokDecl> grok =
        map.need("grok", "`grok:` and below it `model:` and `key: env:XAI_API_KEY`")
            .flatMap(GrokReader::read);
    Optional<TwilioDecl> twilio = map.take("twilio").flatMap(DeploymentParser::twilio);
    Optional<ServerDecl> server =
        map.need("server", "`server:` and below it `public_url: https://calls.example.com`")
            .flatMap(ServerReader::read);
    LimitsDecl limits = map.take("limits").map(LimitsReader::read).orElse(LimitsDecl.NONE);
    var switches = map.take("switches").flatMap(slot -> slot.word("the path of a file"));
    map.close();
    reportDuplicates(lines);
    boolean named = map.has("twilio") || map.misspelt().contains("twilio");
    if (!named && !lines.isEmpty()) reportMissingTwilio(lines.getFirst());
    return grok.flatMap(service ->
        server.map(place -> new DeploymentFile(lines, service, twilio, place, limits, switches)));
  }

  private void reportDuplicates(List<LineDecl> lines) {
    Map<String, Span> first = new HashMap<>();
    for (LineDecl line : lines) {
      Located<String> number = line.number();
      Span other = first.putIfAbsent(number.value(), number.span());
      if (other == null) continue;
      findings.add(
          Diagnostic.of(
                  Rule.DUPLICATE_LINE,
                  number.span(),
                  "the number `" + number.value() + "` has a line already")
              .withHint("a number leads to one flow: take one of the two lines away")
              .withRelated(other, "the first one"));
    }
  }

  private void reportMissingTwilio(LineDecl line) {
    findings.add(
        Rule.MISSING_KEY,
        line.carrier().span(),
        "the line `"
            + line.number().value()
            + "` comes by Twilio, but the deployment has no section `twilio`",
        "add `twilio: { auth_token: env:TWILIO_AUTH_TOKEN }`");
  }

  private static Optional<TwilioDecl> twilio(Slot slot) {
    return slot.fields("`twilio`", "`twilio: { auth_token: env:TWILIO_AUTH_TOKEN }`")
        .flatMap(map -> {
          var tokens =
              map.need("auth_token", "`auth_token: env:TWILIO_AUTH_TOKEN`")
                  .map(SecretReader::oneOrTwo)
                  .orElse(List.of());
          map.close();
          return tokens.isEmpty() ? Optional.empty() : Optional.of(new TwilioDecl(tokens));
        });
  }
}
