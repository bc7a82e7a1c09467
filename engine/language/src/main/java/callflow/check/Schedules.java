package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.ScheduleDecl.Hours;
import callflow.value.DateRange;
import callflow.value.HourSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Nothing is said twice in a schedule, and differently.
record Schedules() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ScheduleDecl schedule : context.flow().schedules()) {
      days(findings, schedule);
      weekly(findings, schedule.open());
      schedule.holidays().forEach(day -> hours(findings, day.open()));
    }
  }

  private static void days(Findings findings, ScheduleDecl schedule) {
    var seen = new ArrayList<Located<DateRange>>(schedule.closed());
    var special = schedule.holidays().stream().map(ScheduleDecl.Holiday::dates);
    for (Located<DateRange> dates : special.toList()) {
      seen.stream()
          .filter(other -> other.value().overlaps(dates.value()))
          .findFirst()
          .ifPresent(other -> findings.add(twice(schedule, dates, other)));
      seen.add(dates);
    }
  }

  private static Diagnostic twice(
      ScheduleDecl schedule, Located<DateRange> dates, Located<DateRange> other) {
    return Diagnostic.of(
            Rule.SCHEDULE_OVERLAP,
            dates.span(),
            "`%s` of the schedule `%s` is a day of `%s` already, which counts"
                .formatted(dates.value(), schedule.name().value(), other.value()))
        .withHint("take one of the two out")
        .withRelated(other.span(), "the first one");
  }

  private static void weekly(Findings findings, List<Hours> open) {
    for (int i = 0; i < open.size(); i++) {
      var one = open.get(i);
      Stream<Located<HourSpan>> before =
          open.subList(0, i).stream()
              .filter(other -> other.days().stream().anyMatch(one.days()::contains))
              .map(Hours::span);
      overlap(findings, before, one.span());
    }
  }

  private static void hours(Findings findings, List<Located<HourSpan>> spans) {
    for (int i = 0; i < spans.size(); i++) {
      overlap(findings, spans.subList(0, i).stream(), spans.get(i));
    }
  }

  private static void overlap(
      Findings findings, Stream<Located<HourSpan>> before, Located<HourSpan> span) {
    before
        .filter(other -> other.value().overlaps(span.value()))
        .findFirst()
        .ifPresent(other ->
            findings.add(
                Diagnostic.of(
                        Rule.SCHEDULE_OVERLAP,
                        span.span(),
                        "these hours overlap with others of the same day")
                    .withHint("write hours that lie apart, or one span for both")
                    .withRelated(other.span(), "the others")));
  }
}
