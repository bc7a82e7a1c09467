package callflow.voice;

/// What a dialect can do; a session asks for these, never for a dialect by name.
///
/// @param replyBoundaries it says where a reply begins and ends, and numbers replies
/// @param speechEvents it says when the caller begins and stops to speak
/// @param fixedSentence it speaks a given text word for word
/// @param resume a lost conversation can be taken up again by its id
/// @param truncate it can be told how much of a reply was heard
/// @param transcriptRoles a transcript says who spoke, so that a caller's yes can be trusted
public record VoiceCapabilities(
    boolean replyBoundaries,
    boolean speechEvents,
    boolean fixedSentence,
    boolean resume,
    boolean truncate,
    boolean transcriptRoles) {}
