package callflow.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version as the build wrote it into the jar's manifest.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String written = Version.class.getPackage().getImplementationVersion();
    return new String[] {"callflow " + Optional.ofNullable(written).orElse("(not packaged)")};
  }
}
