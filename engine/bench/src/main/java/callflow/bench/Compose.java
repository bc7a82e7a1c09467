package callflow.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/// The bare program that a cold check is measured against: it reads YAML files and composes them.
public final class Compose {
  private Compose() {}

  public static void main(String[] files) throws IOException {
    int lines = 0;
    for (String file : files) {
      String text = Files.readString(Path.of(file));
      lines += new Yaml().compose(new StringReader(text)).getEndMark().getLine();
    }
    System.out.println(lines);
  }
}
