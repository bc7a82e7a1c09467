package callflow.check;

/// One rule about flows, or a tight family of them.
///
/// A rule reads and reports; it never relies on another rule having run, and keeps still about
/// whatever another rule reports already.
sealed interface FlowRule
    permits Branches,
        ClashingNames,
        Effects,
        EventNames,
        Exhausted,
        Initials,
        KeyEntry,
        Keys,
        OpeningHours,
        OperationNames,
        PhoneNumbers,
        PolicyNotes,
        Quantities,
        Reachability,
        ReservedNames,
        Secrets,
        Shapes,
        SilenceLadders,
        SpokenPromises,
        StateNames,
        TargetNames,
        ToolNames,
        ToolOutcomes,
        TransferOutcomes,
        Unused,
        VariableNames,
        WaysOut {

  void check(Context context, Findings findings);
}
