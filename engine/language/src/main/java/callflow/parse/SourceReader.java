package callflow.parse;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads a file's bytes as text, or says why it can't.
public final class SourceReader {
  private SourceReader() {}

  /// Reads a file, at most as much of it as a file of ours may hold.
  ///
  /// @param shown the path for messages, with forward slashes
  public static Checked<SourceFile> read(Path file, String shown) {
    try (var bytes = Files.newInputStream(file)) {
      return decode(shown, bytes.readNBytes(ReadableText.MAX_BYTES + 1));
    } catch (IOException e) {
      String reason = Files.exists(file) ? "the file can't be opened" : "there is no such file";
      return failed(Rule.FILE_UNREADABLE, Span.startOf(shown), reason, "check its path and rights");
    }
  }

  /// Text in UTF-8, with or without a byte order mark.
  public static Checked<SourceFile> decode(String shown, byte[] bytes) {
    if (bytes.length > ReadableText.MAX_BYTES) {
      return failed(
          Rule.FILE_TOO_LARGE,
          Span.startOf(shown),
          ReadableText.tooLargeMessage(),
          "split it into several files");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    if (decoder.decode(ByteBuffer.wrap(bytes), text, true).isError()) {
      return failed(
          Rule.NOT_UTF8,
          endOf(shown, text.flip().toString()),
          "from here on the file is not written in UTF-8",
          "save it in your editor with the encoding UTF-8");
    }
    return new Checked.Passed<>(new SourceFile(shown, text.flip().toString()), List.of());
  }

  private static Span endOf(String shown, String text) {
    var places = new Places(new SourceFile(shown, text));
    return places.span(places.length(), places.length());
  }

  private static Checked<SourceFile> failed(Rule rule, Span span, String message, String hint) {
    return new Checked.Failed<>(List.of(Diagnostic.of(rule, span, message).withHint(hint)));
  }
}
