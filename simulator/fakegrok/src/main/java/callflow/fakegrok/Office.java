package callflow.fakegrok;

/// What a session works with.
///
/// @param model what the client asked for; the dialects fill in a default
record Office(
    FakeGrok.Settings settings,
    Faults faults,
    Conversations conversations,
    Agenda agenda,
    Line line,
    Witness witness,
    String model) {
  Pace pace() {
    return new Pace(settings.millisPerCharacter(), settings.factor(), settings.thinking());
  }
}
