package callflow.check;

/// One piece of [Advice]: a warning or a note, never an error.
interface Remark {
  void check(Context context, Findings findings);
}
