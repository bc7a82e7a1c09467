package callflow.compile;

import callflow.program.TransferDef;
import callflow.program.TransferDef.Announcement;
import callflow.program.TransferDef.Destination;
import callflow.program.TransferDef.Manner;
import callflow.program.TransferDef.Queue;
import callflow.source.Located;
import callflow.syntax.TransferDecl;
import callflow.syntax.TransferDecl.DestinationDecl;
import callflow.syntax.TransferDecl.QueueDecl;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// One transfer of a flow, with what it leaves open filled in.
final class TransferLowering {
  /// How long it rings where the flow doesn't say: five to six rings.
  static final Duration RING = Duration.ofSeconds(25);

  private TransferLowering() {}

  static TransferDef lower(TransferDecl transfer, WordingLowering words) {
    return new TransferDef(
        transfer.name().value(),
        destination(transfer.to()),
        mode(transfer.mode()),
        transfer.ring().map(Located::value).orElse(RING),
        transfer.hours().map(Located::value),
        Lowering.named(transfer.attach(), entry -> entry.name().value(), entry -> entry.value()),
        new Manner(
            transfer.callerId(),
            transfer.whisper(),
            transfer.brief(),
            transfer.queue().map(queue -> queue(queue, words))));
  }

  private static Destination destination(DestinationDecl to) {
    return switch (to) {
      case DestinationDecl.Fixed(var number) -> new Destination.Fixed(number.value());
      case DestinationDecl.Chosen(var choose, var from, var otherwise) ->
          new Destination.Chosen(
              choose,
              Lowering.named(from, each -> each.word().value(), each -> each.number().value()),
              otherwise.value());
    };
  }

  private static Queue queue(QueueDecl queue, WordingLowering words) {
    return new Queue(
        queue.music().map(Located::value),
        queue.maxWait().value(),
        queue.announce().map(it -> new Announcement(it.every().value(), words.wording(it.say()))));
  }

  private static TransferDef.Mode mode(Optional<Located<String>> written) {
    return written
        .map(mode -> TransferDef.Mode.valueOf(mode.value().toUpperCase(Locale.ROOT)))
        .orElse(TransferDef.Mode.COLD);
  }
}
