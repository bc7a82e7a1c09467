package callflow.parse;

import callflow.diagnostic.Diagnostic;

/// The rest of a file can't be read; never leaves this room.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  Unreadable(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
