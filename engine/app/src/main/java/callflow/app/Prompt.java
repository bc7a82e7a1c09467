package callflow.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Where the caller's words come from: a person at a terminal, or a pipe.
interface Prompt extends AutoCloseable {
  /// The next line; empty when the caller has gone.
  Optional<String> read();

  /// Where answers are written.
  PrintWriter out();

  @Override
  void close();

  /// A person's terminal with history and editing, else plain lines.
  static Prompt of(PrintWriter out) {
    return Terminals.interactive() ? Person.open() : new Piped(out);
  }

  /// Plain lines; each is repeated, so that the output reads as a conversation.
  record Piped(Lines lines, PrintWriter out) implements Prompt {
    Piped(PrintWriter out) {
      this(
          new Lines(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))),
          out);
    }

    @Override
    public Optional<String> read() {
      try {
        var line = lines.next();
        line.ifPresent(words -> out.println("> " + words));
        return line;
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    @Override
    public void close() {}
  }

  /// A person at a terminal.
  record Person(Terminal terminal, LineReader lines) implements Prompt {
    static Prompt open() {
      try {
        var terminal = TerminalBuilder.builder().system(true).build();
        return new Person(terminal, LineReaderBuilder.builder().terminal(terminal).build());
      } catch (IOException noTerminal) {
        throw new UncheckedIOException(noTerminal);
      }
    }

    @Override
    public Optional<String> read() {
      try {
        String line = lines.readLine("> ");
        return Optional.of(line.substring(0, Math.min(line.length(), Lines.LONGEST)));
      } catch (EndOfFileException | UserInterruptException gone) {
        return Optional.empty();
      }
    }

    @Override
    public PrintWriter out() {
      return terminal.writer();
    }

    @Override
    public void close() {
      try {
        terminal.close();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
