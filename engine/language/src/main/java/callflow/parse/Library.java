package callflow.parse;

import callflow.diagnostic.Checked;
import callflow.source.SourceFile;
import java.util.Optional;

/// Where a flow finds the other files it names: the parts it includes and the flows it calls.
@FunctionalInterface
public interface Library {
  /// A library without a file, for a flow that stands alone.
  Library EMPTY = _ -> Optional.empty();

  /// The file at a path.
  ///
  /// @param path as [SourceFile#beside] gives it
  /// @return empty when there is no such file; findings when it can't be read
  Optional<Checked<SourceFile>> file(String path);
}
