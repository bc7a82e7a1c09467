package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ScheduleDecl;

/// Opening hours begin before they end, on some day at least.
record OpeningHours() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ScheduleDecl schedule : context.flow().schedules()) {
      for (ScheduleDecl.Hours hours : schedule.open()) hours(findings, schedule, hours);
      if (schedule.open().isEmpty()) {
        findings.add(
            Rule.BAD_SCHEDULE,
            schedule.name().span(),
            "schedule `" + schedule.name().value() + "` is never open",
            "write under `open:` when it is, as in `mon-fri: \"08:00-18:00\"`");
      }
    }
  }

  private static void hours(Findings findings, ScheduleDecl schedule, ScheduleDecl.Hours hours) {
    if (hours.from().isBefore(hours.to())) return;
    findings.add(
        Rule.BAD_SCHEDULE,
        schedule.name().span(),
        "schedule `"
            + schedule.name().value()
            + "` opens at "
            + hours.from()
            + " and closes at "
            + hours.to()
            + ", which is not later",
        "hours past midnight are written in two parts, one for each day");
  }
}
