package callflow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that paths on the command line stand for, by kind and in a stable order.
///
/// A flow finds its connector files in its own folder, else in a folder `connectors` beside it or
/// further up; a scenario finds its flow in its own folder; a deployment says where its flows are.
record ProjectFiles(
    SequencedSet<Path> deployments,
    SequencedSet<Path> flows,
    SequencedSet<Path> connectors,
    SequencedSet<Path> scenarios) {
  static final String FLOW = ".flow.yaml";
  static final String CONNECTOR = ".connector.yaml";
  static final String SCENARIO = ".scenario.yaml";

  /// `callflow.yaml`, or `callflow.staging.yaml` where there are several.
  private static final Pattern DEPLOYMENT =
      Pattern.compile("callflow([.](?!(flow|connector|scenario)[.])[A-Za-z0-9_-]+)?[.]yaml");

  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 5_000;
  private static final int FOLDERS_UP = 4;
  private static final Set<String> PASSED_OVER = Set.of("target", "node_modules");

  /// A path that can't be used, said in one sentence.
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  static ProjectFiles of(List<Path> paths) throws Unusable {
    var all = new LinkedHashSet<Path>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        all.addAll(below(path));
      } else if (Files.exists(path)) {
        all.add(known(path));
      } else {
        throw new Unusable(missing(path));
      }
    }
    var deployments = new LinkedHashSet<>(all);
    deployments.removeIf(path -> !isDeployment(path));
    return new ProjectFiles(
        deployments, ending(all, FLOW), ending(all, CONNECTOR), ending(all, SCENARIO));
  }

  private static String missing(Path path) {
    String shown = shown(path);
    return "there is no file or folder `" + shown + "`; name a flow's folder, such as `flows`";
  }

  private static Path known(Path path) throws Unusable {
    if (!isOurs(path)) {
      throw new Unusable(
          "`"
              + shown(path)
              + "` is none of our files; their names end in `.flow.yaml`, `.connector.yaml` or"
              + " `.scenario.yaml`, and a deployment is called `callflow.yaml`");
    }
    return path;
  }

  private static List<Path> below(Path folder) throws Unusable {
    try (var walk = Files.walk(folder, DEEPEST)) {
      var found =
          walk.filter(path -> !passedOver(folder.relativize(path)))
              .filter(path -> isOurs(path) && Files.isRegularFile(path))
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (found.size() > MOST_FILES) {
        throw new Unusable(
            "there are more than "
                + MOST_FILES
                + " files below `"
                + folder
                + "`; name a smaller"
                + " folder");
      }
      return found;
    } catch (IOException | UncheckedIOException unreadable) {
      throw new Unusable("the folder `" + folder + "` can't be read: " + unreadable.getMessage());
    }
  }

  private static boolean isOurs(Path path) {
    String name = String.valueOf(path.getFileName());
    return isDeployment(path) || Stream.of(FLOW, CONNECTOR, SCENARIO).anyMatch(name::endsWith);
  }

  private static boolean isDeployment(Path path) {
    return DEPLOYMENT.matcher(String.valueOf(path.getFileName())).matches();
  }

  private static boolean passedOver(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (PASSED_OVER.contains(name) || (name.startsWith(".") && name.length() > 1)) return true;
    }
    return false;
  }

  private static SequencedSet<Path> ending(SequencedSet<Path> all, String suffix) {
    var found = new LinkedHashSet<Path>();
    all.stream().filter(path -> path.toString().endsWith(suffix)).forEach(found::add);
    return found;
  }

  /// A path as its author wrote it, with forward slashes.
  static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }

  /// The files of one kind that lie in the folder of `file`, by name.
  static List<Path> beside(Path file, String suffix) {
    return in(folderOf(file), suffix);
  }

  /// The connector files a flow may use.
  static List<Path> connectorsFor(Path flow) {
    var found = new ArrayList<>(beside(flow, CONNECTOR));
    Path folder = folderOf(flow).toAbsolutePath().normalize();
    for (int up = 0; up < FOLDERS_UP && folder != null; up++, folder = folder.getParent()) {
      found.addAll(in(folder.resolve("connectors"), CONNECTOR));
    }
    return found;
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /// The files of one kind that lie in a folder, by name; none when it can't be read.
  static List<Path> in(Path folder, String suffix) {
    try (var files = Files.list(folder)) {
      return files
          .filter(path -> path.toString().endsWith(suffix) && Files.isRegularFile(path))
          .sorted()
          .limit(MOST_FILES)
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }
}
