/// Something that is wrong between records.
package struct StoryFinding: Hashable, Sendable {
  /// Another line that has to do with it.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let place: StoryPlace
  }

  /// What is wrong, and at which bytes of `text`.
  package let finding: LineFinding
  /// Where it is first.
  package let place: StoryPlace
  /// The line there.
  package let text: [UInt8]
  package let notes: [Note]
  /// How often it is so.
  package internal(set) var count: Int
  /// Where it is last.
  package internal(set) var last: StoryPlace
}
