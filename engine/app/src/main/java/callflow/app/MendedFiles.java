package callflow.app;

import callflow.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;

/// Writes drafts over the files they come from.
final class MendedFiles {
  private static final byte[] ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private MendedFiles() {}

  /// All of them; each is whole at any time, for it takes the place of the old one at once.
  static void write(Collection<SourceFile> drafts) throws IOException {
    for (SourceFile draft : drafts) write(Path.of(draft.path()), draft.text());
  }

  private static void write(Path link, String text) throws IOException {
    Path file = link.toRealPath();
    Path beside = Files.createTempFile(file.getParent(), ".callflow", ".tmp");
    try (var out = Files.newOutputStream(beside)) {
      if (marked(file)) out.write(ORDER_MARK);
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    keepRights(file, beside);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean marked(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ORDER_MARK.length), ORDER_MARK);
    }
  }

  private static void keepRights(Path from, Path to) throws IOException {
    if (!from.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }
}
