package callflow.compile;

import callflow.expression.Canonical;
import callflow.expression.Template;
import callflow.program.TransferDef;
import callflow.program.TransferDef.Destination;
import callflow.program.TransferDef.Manner;
import java.util.Optional;

/// The transfers of a program as canonical text.
///
/// @param words writes the templates in it
record TransferText(CanonicalText text, ProgramText words) {

  void transfer(TransferDef transfer) {
    text.word("name", transfer.name().value());
    destination(transfer.to());
    text.word("mode", transfer.mode().name());
    text.word("ring", transfer.ring().toString());
    text.option("hours", transfer.hours(), hours -> text.word("schedule", hours.value()));
    words.templates("attach", transfer.attach());
    manner(transfer.manner());
  }

  private void destination(Destination to) {
    switch (to) {
      case Destination.Fixed(var number) -> text.word("to", number);
      case Destination.Chosen(var choose, var from, var otherwise) -> {
        template("choose", Optional.of(choose));
        text.group(
            "from",
            from.entrySet(),
            each -> {
              text.word("word", each.getKey());
              text.word("to", each.getValue());
            });
        text.word("otherwise", otherwise);
      }
    }
  }

  private void manner(Manner manner) {
    template("caller_id", manner.callerId());
    template("whisper", manner.whisper());
    template("brief", manner.brief());
    text.option(
        "queue",
        manner.queue(),
        queue -> {
          text.option("music", queue.music(), name -> text.word("file", name));
          text.word("max_wait", queue.maxWait().toString());
          text.option(
              "announce",
              queue.announcement(),
              announcement -> {
                text.word("every", announcement.every().toString());
                words.wording("say", Optional.of(announcement.say()));
              });
        });
  }

  private void template(String name, Optional<Template> template) {
    text.option(name, template, written -> text.word("template", Canonical.of(written)));
  }
}
