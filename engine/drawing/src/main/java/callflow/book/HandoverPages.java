package callflow.book;

import callflow.program.Program;
import callflow.program.ScheduleDef;
import callflow.program.TransferDef;
import callflow.program.TransferDef.Destination;
import callflow.value.HourSpan;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where callers are handed over to, and when somebody is there.
final class HandoverPages {
  private final Program program;
  private final Html html;
  private final Words words;

  HandoverPages(Program program, Html html) {
    this.program = program;
    this.html = html;
    this.words = new Words(program, html);
  }

  void write() {
    html.raw("<section id=\"transfers\">").element("h2", "Transfers and hours");
    if (program.transfers().isEmpty()) html.element("p", "The flow hands nobody over.");
    program.transfers().values().forEach(this::transfer);
    program.schedules().values().forEach(this::schedule);
    html.close("section");
  }

  private void transfer(TransferDef transfer) {
    html.raw(
        "<article class=\"state\" id=\"transfer-" + Html.escaped(transfer.name().value()) + "\">");
    html.element("h3", transfer.name().value());
    html.open("p");
    destination(transfer.to());
    html.words(" " + mode(transfer.mode()) + ", ringing for " + transfer.ring().toSeconds() + " s");
    transfer.hours().ifPresent(hours -> html.words(", in the hours of " + hours));
    html.words(".").close("p");
    if (!transfer.attach().isEmpty()) {
      html.element("h4", "Data handed over").open("ul");
      transfer
          .attach()
          .forEach((name, value) ->
              html.open("li").code(name).words(" is ").template(value).close("li"));
      html.close("ul");
    }
    manner(transfer.manner());
    html.close("article");
  }

  private void destination(Destination to) {
    switch (to) {
      case Destination.Fixed(var number) -> html.words("To ").code(number);
      case Destination.Chosen(var choose, var from, var otherwise) -> {
        html.words("To the number of ").template(choose).words(" among ");
        from.forEach((word, number) -> html.words(word + " ").code(number).words(" "));
        html.words(", otherwise that of " + otherwise);
      }
    }
  }

  private static String mode(TransferDef.Mode mode) {
    return switch (mode) {
      case COLD -> "without an introduction";
      case WARM -> "after speaking to the person first";
      case REFER -> "by the carrier";
    };
  }

  private void manner(TransferDef.Manner manner) {
    manner
        .callerId()
        .ifPresent(it -> html.open("p").words("Shows the number ").template(it).close("p"));
    manner.whisper().ifPresent(it -> html.open("p").words("Whispers: ").template(it).close("p"));
    manner.brief().ifPresent(it -> html.open("p").words("Tells first: ").template(it).close("p"));
    manner
        .queue()
        .ifPresent(queue -> {
          html.element("p", "Callers wait at most " + queue.maxWait().toSeconds() + " s.");
          queue.announcement().ifPresent(told -> words.verbatim(told.say()));
        });
  }

  private void schedule(ScheduleDef schedule) {
    html.element("h3", "Hours of " + schedule.name() + " (" + schedule.zone() + ")");
    html.table(List.of("day", "open"));
    for (DayOfWeek day : DayOfWeek.values()) {
      var spans =
          schedule.hours().stream()
              .filter(hours -> hours.day() == day)
              .map(ScheduleDef.Hours::span)
              .toList();
      row(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), spans);
    }
    schedule.special().forEach(special -> row(special.dates().toString(), special.open()));
    html.close("table");
    schedule
        .emergency()
        .ifPresent(it -> html.element("p", "Closed at once while the switch " + it + " is on."));
  }

  private void row(String day, List<HourSpan> spans) {
    String open =
        spans.stream()
            .map(span -> span.from() + " to " + span.to())
            .collect(Collectors.joining(", "));
    html.open("tr").element("td", day).element("td", open.isEmpty() ? "closed" : open);
    html.close("tr");
  }
}
