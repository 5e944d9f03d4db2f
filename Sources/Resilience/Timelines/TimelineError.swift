/// What a timeline, or what it is run with, cannot have.
public struct TimelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for a person.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
