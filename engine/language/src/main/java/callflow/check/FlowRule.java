package callflow.check;

/// One rule about flows, or a tight family of them.
///
/// A rule reads and reports; it never relies on another rule having run, and keeps still about
/// whatever another rule reports already. [FlowChecker] has them in order.
sealed interface FlowRule
    permits Advice,
        AfterCall,
        Arguments,
        Branches,
        ClashingNames,
        Compliance,
        Conditions,
        Detours,
        Effects,
        EventNames,
        Exhausted,
        Handovers,
        Holes,
        Initials,
        KeyEntry,
        Keys,
        Languages,
        NoMatchLadders,
        OperationNames,
        PolicyNotes,
        PossiblyUnset,
        Quantities,
        Offers,
        Outcomes,
        Ranges,
        Reachability,
        Reports,
        ReservedNames,
        Retries,
        Saves,
        Schedules,
        Secrets,
        Settings,
        Shapes,
        SilenceLadders,
        SilenceNotes,
        SilentLoops,
        SpokenPromises,
        StateNames,
        SubFlows,
        TargetNames,
        Tellings,
        ToolNames,
        ToolOutcomes,
        TransferOutcomes,
        Unused,
        VariableNames,
        WaysOut,
        Wordings {

  void check(Context context, Findings findings);
}
