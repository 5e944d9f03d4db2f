/// How much of its values a record has.
///
/// A record is written within the first of the steps that gives a line of at most
/// `maximumLineLength` bytes.
package struct RecordLimits: Hashable, Sendable {
  /// Unicode code points of a text.
  package let characters: Int

  /// Items of an array, members of an object.
  package let items: Int

  /// Containers inside one another.
  let depth: Int

  /// Bytes of a line with its line feed: container runtimes split longer ones at 16 KiB.
  package static let maximumLineLength = 16_383

  /// Bytes of a text that are looked at before it is cut; what lies behind is never written.
  static let bytesLookedAt = 65_536

  /// Unicode code points of a key, in every step.
  package static let keyCharacters = 128

  /// The first step, in which nearly every record fits.
  static let first = RecordLimits(characters: 8192, items: 256, depth: 16)

  /// The steps in the order in which they are tried.
  package static let steps = [
    first,
    RecordLimits(characters: 2048, items: 64, depth: 8),
    RecordLimits(characters: 512, items: 16, depth: 4),
    RecordLimits(characters: 128, items: 4, depth: 2),
    RecordLimits(characters: 64, items: 0, depth: 0),
  ]
}
