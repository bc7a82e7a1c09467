package callflow.runtime.telephony.twilio;

import callflow.runtime.server.Tally;
import callflow.runtime.telephony.Pulse;

/// What the legs of a carrier have in common.
record Surroundings(TwilioSettings settings, Twiml twiml, Pulse pulse, Tally tally, Legs legs) {}
