package callflow.app;

import callflow.connector.operation.Secret;
import callflow.program.Program;
import callflow.syntax.ConnectorFile;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.syntax.DeploymentFile.LineDecl;
import callflow.syntax.DeploymentFile.ListenAddress;
import callflow.value.AudioFormat;
import callflow.voice.SessionSettings.TurnTaking;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything a server needs to take calls: flows compiled, secrets fetched, nothing left open.
///
/// @param switches the file in which they stand
record Deployment(
    List<Line> lines,
    Grok grok,
    Optional<Twilio> twilio,
    Server server,
    Limits limits,
    Optional<Path> switches) {
  Deployment {
    lines = List.copyOf(lines);
  }

  /// The line of a dialled number: its own, else the one for any number.
  Optional<Line> line(String dialled) {
    return numbered(dialled).or(() -> numbered(LineDecl.ANY_NUMBER));
  }

  private Optional<Line> numbered(String number) {
    return lines.stream().filter(line -> line.number().equals(number)).findFirst();
  }

  /// A telephone number and the flow that answers it.
  ///
  /// @param number E.164, or `*` for any
  /// @param flow the file; lines with the same one share their program
  /// @param language in which calls begin; without one the flow decides
  /// @param connectors those the flow may use, not opened
  record Line(
      String number,
      Path flow,
      Program program,
      List<ConnectorFile> connectors,
      Optional<String> language) {
    Line {
      connectors = List.copyOf(connectors);
    }
  }

  /// How the voice service is reached and spoken to.
  record Grok(
      URI url,
      Dialect dialect,
      String model,
      Secret key,
      AudioFormat audio,
      TurnTaking turns,
      List<String> keyterms) {
    Grok {
      keyterms = List.copyOf(keyterms);
    }
  }

  /// What the carrier signs its requests with.
  ///
  /// @param authTokens one, or two of which either is right
  record Twilio(List<Secret> authTokens) {
    Twilio {
      authTokens = List.copyOf(authTokens);
    }
  }

  /// Where the server listens, and how it is reached from outside.
  ///
  /// @param publicUrl without a slash at its end
  record Server(ListenAddress listen, URI publicUrl) {}

  /// What is admitted.
  ///
  /// @param busy what a caller hears who isn't
  record Limits(int calls, int grokSessions, String busy) {}
}
