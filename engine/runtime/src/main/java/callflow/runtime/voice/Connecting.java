package callflow.runtime.voice;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Connects to the voice service in the background, and mails what comes of it.
public final class Connecting {
  private final VoiceService service;
  private final Consumer<VoiceMail> mailbox;
  private final Executor background;

  /// @param background where connecting may block
  public Connecting(VoiceService service, Consumer<VoiceMail> mailbox, Executor background) {
    this.service = service;
    this.mailbox = mailbox;
    this.background = background;
  }

  void connect(int connection, URI endpoint, Reading reading) {
    background.execute(() -> mailbox.accept(attempt(connection, endpoint, reading)));
  }

  private VoiceMail attempt(int connection, URI endpoint, Reading reading) {
    try {
      var socket = service.connect(endpoint, reading);
      reading.opened(socket);
      return new VoiceMail.Up(connection, socket);
    } catch (VoiceService.Refused refused) {
      return new VoiceMail.Failed(connection, String.valueOf(refused.getMessage()), true);
    } catch (IOException trouble) {
      return new VoiceMail.Failed(connection, String.valueOf(trouble.getMessage()), false);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new VoiceMail.Failed(connection, "interrupted", false);
    } catch (RuntimeException fault) {
      // Such as an address nobody can connect to: the call must hear of it, or it waits for good.
      return new VoiceMail.Failed(connection, String.valueOf(fault.getMessage()), true);
    }
  }
}
