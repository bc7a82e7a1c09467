package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.TransferDecl;

/// Every transfer, every schedule and every switch that is named is there.
record TargetNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    context.flow().states().forEach(state -> transfer(context, findings, state));
    context.flow().transfers().forEach(transfer -> hours(context, findings, transfer));
    context.flow().schedules().forEach(schedule -> emergency(context, findings, schedule));
  }

  private static void transfer(Context context, Findings findings, StateDecl state) {
    if (state.transfer().isEmpty()) return;
    var transfer = state.transfer().get();
    if (context.knows(context.transfers(), transfer.value())) return;
    findings.unknown(
        Rule.UNKNOWN_TRANSFER,
        transfer.span(),
        transfer.value().value(),
        "state `"
            + state.name().value()
            + "` transfers to `"
            + transfer.value()
            + "`, but there is no such transfer",
        "transfers",
        Context.names(context.transfers()),
        "declare it under `transfers:`, with the number in `to:`");
  }

  private static void emergency(Context context, Findings findings, ScheduleDecl schedule) {
    if (schedule.emergency().isEmpty()) return;
    var name = schedule.emergency().get();
    boolean known = context.switches().contains(name.value());
    if (known || context.flow().damaged().contains(name.value().value())) return;
    findings.unknown(
        Rule.UNKNOWN_SWITCH,
        name.span(),
        name.value().value(),
        "the schedule `"
            + schedule.name().value()
            + "` closes with the switch `"
            + name.value()
            + "`, but there is no such switch",
        "switches",
        Context.texts(context.switches()),
        "declare it under `switches:`, with a line on what it is thrown for");
  }

  private static void hours(Context context, Findings findings, TransferDecl transfer) {
    if (transfer.hours().isEmpty()) return;
    var hours = transfer.hours().get();
    if (context.knows(context.schedules(), hours.value())) return;
    findings.unknown(
        Rule.UNKNOWN_SCHEDULE,
        hours.span(),
        hours.value().value(),
        "transfer `"
            + transfer.name().value()
            + "` keeps the hours of `"
            + hours.value()
            + "`, but there is no such schedule",
        "schedules",
        Context.names(context.schedules()),
        "declare it under `schedules:`");
  }
}
