package callflow.voice;

import callflow.value.ToolName;

/// The names of tools as the service takes them: letters, digits, `_` and `-`.
///
/// A tool of a flow that another calls has dots in its name, and no name of ours has a dash.
final class WireName {
  private WireName() {}

  static String of(ToolName name) {
    return name.value().replace('.', '-');
  }

  static ToolName read(String name) {
    return new ToolName(name.replace('-', '.'));
  }
}
