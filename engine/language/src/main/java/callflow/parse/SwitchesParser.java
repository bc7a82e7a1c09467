package callflow.parse;

import callflow.source.SourceFile;
import callflow.syntax.SwitchesFile;

/// Reads the file in which switches stand.
public final class SwitchesParser {
  private SwitchesParser() {}

  /// What is whole of the file, and everything that is wrong with the rest.
  public static Parsed<SwitchesFile> parse(SourceFile source) {
    var findings = new Findings();
    var file =
        YamlReader.read(source, findings)
            .map(root -> Slot.root("switches", root, findings))
            .map(slot -> slot.entries("`storm: off`"))
            .map(entries -> new SwitchesFile(SwitchReader.positions(entries)));
    return new Parsed<>(file, findings.all());
  }
}
