/// An anchor in the bucket of a trigram, with one byte that tells soonest whether it stands.
struct BucketEntry {
  var anchor: UInt16
  /// How far before the last byte of the trigram the byte stands, less 128.
  var distance: UInt8
  /// The byte, a small letter where it is a letter; 0 where none tells.
  var byte: UInt8

  /// What is added to a byte of the text before it is compared: letters are compared in one case.
  @inline(__always)
  var caseBit: UInt8 { byte &- 97 < 26 ? 0x20 : 0 }
}

/// Something that the scan looks for.
struct AnchorRecord {
  /// The text, in the strings, with small letters where it is folded.
  var text: UInt32 = 0
  /// The set of which so many bytes stand before the anchor.
  var ahead: UInt16 = 0
  var aheadCount: UInt16 = 0
  /// The set of which so many bytes stand behind it.
  var behind: UInt16 = 0
  var behindCount: UInt16 = 0
  /// The number of the rule's record of its kind, or of the kind of escape.
  var owner: UInt16 = 0
  var length: UInt8 = 0
  var kind: UInt8 = 0
  /// How far behind the anchor's first byte the last byte of its trigram stands.
  var window: UInt8 = 0
  var isFolded: UInt8 = 0
  /// No bytes between may be left to chance, since tables are compared.
  var unused: UInt16 = 0
  /// Of the last word of names: the node of the trie to which it leads from the root.
  var node: UInt32 = 0

  static let value: UInt8 = 0
  static let stem: UInt8 = 1
  static let path: UInt8 = 2
  static let scheme: UInt8 = 3
  static let query: UInt8 = 4
  static let blockBegin: UInt8 = 5
  static let blockEnd: UInt8 = 6
  static let digits: UInt8 = 7
  static let plus: UInt8 = 8
  static let iban: UInt8 = 9
  /// These two and behind are no hits, they say that there is something to take away.
  static let escape: UInt8 = 10
  static let exotic: UInt8 = 11
}
