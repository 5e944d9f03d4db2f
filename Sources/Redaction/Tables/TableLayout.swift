/// Where things stand in the packed form of tables.
///
/// The first word is the version. A word a section follows, its first word in the upper half and
/// how many elements it has in the lower. Sections begin at words.
enum TableLayout {
  /// Changes with the layout, so that a stale literal is no rules rather than wrong ones; a
  /// redactor without rules is seen by the product's tests.
  static let version: UInt64 = 0x5244_4354_0000_0001

  enum Section: Int, CaseIterable {
    case limits, rules, values, paths, blocks, users
    case strings, lists, sets, programs
    case classes, bitmap, ranks, buckets, entries, anchors
    case nodes, terminals

    /// Its word in the head.
    var word: Int { rawValue + 1 }
  }

  static let headWords = 1 + Section.allCases.count

  /// No set, no list, no program.
  static let none: UInt32 = 0xFFFF_FFFF
}

/// What a rule is, beside what its kind has.
struct RuleRecord {
  /// The ID, in the strings.
  var id: UInt32 = 0
  var idLength: UInt32 = 0
  var priority: UInt32 = 0
  var action: UInt32 = RuleRecord.omit
  /// The kind of the fingerprint, in the strings.
  var fingerprint: UInt32 = 0
  var fingerprintLength: UInt32 = 0
  /// Of a key rule: extent in the lowest two bits, then `keepsNumbers`, then `isStrict`.
  var flags: UInt32 = 0
  /// The number of the record of its kind.
  var detail: UInt32 = TableLayout.none

  static let omit: UInt32 = 0
  static let mask: UInt32 = 1
  static let print: UInt32 = 2

  var extent: UInt32 { flags & 3 }
  static let word: UInt32 = 0
  static let phrase: UInt32 = 1
  static let line: UInt32 = 2
  var keepsNumbers: Bool { flags & 4 != 0 }
  var isStrict: Bool { flags & 8 != 0 }
}

/// A rule of kind value.
struct ValueRecord {
  var rule: UInt32 = 0
  /// Sets, by number; the empty set is number 0.
  var lead: UInt32 = 0
  var leadLeast: UInt32 = 0
  var leadMost: UInt32 = 0
  /// Where the program of its pattern begins; `none` where there is no pattern.
  var program: UInt32 = TableLayout.none
  var rest: UInt32 = 0
  var before: UInt32 = 0
  var after: UInt32 = 0
  var validator: UInt32 = 0
  /// 1: keep; 2: a structure such as a run of digits rather than an anchor.
  var flags: UInt32 = 0
  /// Lists, by number of their first text and how many.
  var except: UInt32 = 0
  var exceptCount: UInt32 = 0
  var notAfter: UInt32 = 0
  var notAfterCount: UInt32 = 0

  static let isStructural: UInt32 = 2

  var keeps: Bool { flags & 1 != 0 }
  var isStructure: Bool { flags & Self.isStructural != 0 }
  var takesMore: Bool { program != TableLayout.none || rest != 0 }
}

/// A rule of kind path.
struct PathRecord {
  var rule: UInt32 = 0
  var whole: UInt32 = 0
  var except: UInt32 = 0
  var exceptCount: UInt32 = 0
}

/// A rule of kind block, or of URLs' users: a list of labels, or of users that may stay.
struct ListRecord {
  var rule: UInt32 = 0
  var list: UInt32 = 0
  var count: UInt32 = 0
}

/// A text in the strings.
struct TextRecord {
  var offset: UInt32
  var count: UInt32
}

/// What a name that ends at a node of the trie is.
struct TerminalRecord {
  var node: UInt32 = 0
  /// Rules by number and one, 0 where there is none: of names anywhere at the end, of names that
  /// are whole words, of query parameters.
  var ending: UInt16 = 0
  var word: UInt16 = 0
  var query: UInt16 = 0
  /// 1: safe, 2: the name of a pair, 4: the value of a pair.
  var flags: UInt16 = 0

  static let safe: UInt16 = 1
  static let pairName: UInt16 = 2
  static let pairValue: UInt16 = 4
}
