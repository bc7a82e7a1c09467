/// Telephone calls by Twilio: webhooks, TwiML and Media Streams.
///
/// Start at [TwilioCarrier], which is what others use: it gives routes to the server. One call is a
/// [TwilioLeg]; its media socket is a [MediaSocket]. What is said on the wire stands in [Twiml],
/// [MediaScan] and [MediaFrames]. Everybody may reach these addresses, so nothing is believed
/// before its signature, its one-time step token or its one-time ticket is right.
///
/// Not here: whether a call is welcome (that is for the [callflow.runtime.telephony.Switchboard]),
/// calls that we place, warm transfers.
@NullMarked
package callflow.runtime.telephony.twilio;

import org.jspecify.annotations.NullMarked;
