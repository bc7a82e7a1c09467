package callflow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that paths on the command line stand for, by kind and in a stable order.
///
/// A flow names the parts it includes, and finds its connector files in its own folder, else in a
/// folder `connectors` beside it or further up; a scenario finds its flow in its own folder; a
/// deployment says where its flows are.
///
/// @param misnamed files that would be ours if they didn't end in `.yml`
record ProjectFiles(
    SequencedSet<Path> deployments,
    SequencedSet<Path> flows,
    SequencedSet<Path> parts,
    SequencedSet<Path> connectors,
    SequencedSet<Path> scenarios,
    SequencedSet<Path> misnamed) {
  static final String FLOW = ".flow.yaml";
  static final String PART = ".flow-part.yaml";
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
    return new ProjectFiles(
        keeping(all, ProjectFiles::isDeployment),
        ending(all, FLOW),
        ending(all, PART),
        ending(all, CONNECTOR),
        ending(all, SCENARIO),
        keeping(all, ProjectFiles::isMisnamed));
  }

  /// No more than one deployment.
  static ProjectFiles ofDeployment(Path file) {
    var none = new LinkedHashSet<Path>();
    return new ProjectFiles(new LinkedHashSet<>(List.of(file)), none, none, none, none, none);
  }

  /// Whether there is nothing to play.
  boolean isEmpty() {
    return flows.isEmpty() && parts.isEmpty() && connectors.isEmpty() && scenarios.isEmpty();
  }

  /// What to call a file of [#misnamed].
  static String rightName(Path misnamed) {
    return misnamed.getFileName().toString().replaceFirst("[.]yml$", ".yaml");
  }

  private static String missing(Path path) {
    String shown = shown(path);
    return "there is no file or folder `" + shown + "`; name a flow's folder, such as `flows`";
  }

  private static Path known(Path path) throws Unusable {
    if (!isOurs(path) && !isMisnamed(path)) {
      throw new Unusable(
          "`"
              + shown(path)
              + "` is none of our files; their names end in `.flow.yaml`, `.flow-part.yaml`,"
              + " `.connector.yaml` or `.scenario.yaml`, and a deployment is called"
              + " `callflow.yaml`");
    }
    return path;
  }

  private static List<Path> below(Path folder) throws Unusable {
    try (var walk = Files.walk(folder, DEEPEST)) {
      var found =
          walk.filter(path -> !passedOver(folder.relativize(path)))
              .filter(path -> isOurs(path) || isMisnamed(path))
              .filter(Files::isRegularFile)
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
    } catch (IOException trouble) {
      throw unreadable(folder, trouble);
    } catch (UncheckedIOException trouble) {
      throw unreadable(folder, Optional.ofNullable(trouble.getCause()).orElseGet(IOException::new));
    }
  }

  /// The folder below `folder` that is to blame, and why, without words of the machine.
  static Unusable unreadable(Path folder, IOException trouble) {
    var blamed =
        trouble instanceof FileSystemException about && about.getFile() != null
            ? Path.of(about.getFile())
            : folder;
    return new Unusable(
        "the folder `"
            + shown(blamed)
            + "` can't be read"
            + (trouble instanceof AccessDeniedException
                ? ": you are not allowed to open it; ask for the right to read it, or name another"
                    + " folder"
                : "; look whether it is still there, or name another folder"));
  }

  private static boolean isOurs(Path path) {
    String name = String.valueOf(path.getFileName());
    return isDeployment(path)
        || Stream.of(FLOW, PART, CONNECTOR, SCENARIO).anyMatch(name::endsWith);
  }

  private static boolean isDeployment(Path path) {
    return DEPLOYMENT.matcher(String.valueOf(path.getFileName())).matches();
  }

  private static boolean isMisnamed(Path path) {
    return path.getFileName() != null
        && path.toString().endsWith(".yml")
        && isOurs(Path.of(rightName(path)));
  }

  private static boolean passedOver(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (PASSED_OVER.contains(name) || (name.startsWith(".") && name.length() > 1)) return true;
    }
    return false;
  }

  private static SequencedSet<Path> ending(SequencedSet<Path> all, String suffix) {
    return keeping(all, path -> path.toString().endsWith(suffix));
  }

  private static SequencedSet<Path> keeping(SequencedSet<Path> all, Predicate<Path> wanted) {
    var found = new LinkedHashSet<Path>();
    all.stream().filter(wanted).forEach(found::add);
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
