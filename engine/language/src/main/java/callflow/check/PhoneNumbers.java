package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.TransferDecl;
import java.util.regex.Pattern;

/// The number of a transfer is one the phone network can reach.
record PhoneNumbers() implements FlowRule {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private static final Pattern SIP =
      Pattern.compile("sips?:([^@\\s/]{1,64}@)?[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

  @Override
  public void check(Context context, Findings findings) {
    for (TransferDecl transfer : context.flow().transfers()) {
      String to = transfer.to().value();
      if (E164.matcher(to).matches() || SIP.matcher(to).matches()) continue;
      findings.add(
          Rule.BAD_NUMBER,
          transfer.to().span(),
          "transfer `"
              + transfer.name().value()
              + "` goes to `"
              + to
              + "`, which is no number the phone network can reach",
          "write the number with country code and without spaces, as in `\"+4930123456\"`, or an"
              + " address such as `sip:desk@example.com`");
    }
  }
}
