/// A kind of secret, how it is found, and what becomes of it.
package struct RedactionRuleEntry: Entry {
  package static let kind = EntryKind.redactionRule
  package let info: EntryInfo
  /// Whether it is one of those that Codebook ships; its places are then those of another file.
  package let isStandard: Bool
  package let action: RedactionAction
  /// The kind of fingerprint that takes the place of the value, with the action `fingerprint`.
  package let fingerprint: String?
  /// The label of overlapping finds is that of the rule with the higher one, 0 to 100.
  package let priority: Int
  /// The statement of the log's or the bundle's classes that it keeps.
  package let statement: String?
  /// What is found; `nil` where the catalog says no kind there is, which is a finding.
  package let matcher: RedactionMatcher?
  /// Texts whose secrets it must find, with placeholders in angle brackets.
  package let matchExamples: [String]
  /// Texts that come through all rules unchanged.
  package let cleanExamples: [String]
}

/// What becomes of a find.
package enum RedactionAction: String, Sendable, CaseIterable {
  /// `[redacted:<rule>]` stands in its place.
  case omit
  /// At most four of its characters stay: `****abcd`.
  case mask
  /// A one-way fingerprint stands in the record beside it, the value nowhere.
  case fingerprint
}

/// How a rule finds, by its kind.
package enum RedactionMatcher: Sendable {
  case value(RedactionValue)
  case key(RedactionKey)
  case url(RedactionURL)
  case path(RedactionPath)
  case block(labels: [String])
  case pair(names: [String], values: [String])

  /// The names of the kinds, as catalogs write them.
  package static let kinds = ["value", "key", "url", "path", "block", "pair"]

  package var kind: String {
    switch self {
    case .value: "value"
    case .key: "key"
    case .url: "url"
    case .path: "path"
    case .block: "block"
    case .pair: "pair"
    }
  }
}

/// A secret that is known by its looks. Classes and patterns are texts in the portable dialect.
package struct RedactionValue: Sendable {
  /// One of these stands in every match.
  package let anchors: [String]
  /// Why one of them may be shorter than three bytes.
  package let shortAnchor: String?
  /// Whether ASCII letters match in either case.
  package let fold: Bool
  /// What stands before the anchor, taken backwards; empty where nothing is taken.
  package let lead: String
  /// What follows the anchor; empty where `rest` alone does.
  package let pattern: String
  /// What is taken behind that, as far as it goes; empty where nothing is.
  package let rest: String
  /// What may not stand before a match; empty where anything may.
  package let before: String
  /// What may not stand behind a match; empty where anything may.
  package let after: String
  /// Whether lead and anchor stay.
  package let keep: Bool
  /// The built-in that a match must pass as well.
  package let validator: String?
  /// Matches that are none, in small letters.
  package let except: [String]
  /// Names behind which a match is none.
  package let notAfter: [String]

  /// The built-ins.
  package static let validators = [
    "luhn", "iban", "ssn", "jwt", "email", "entropy", "phone", "words", "base58",
  ]
  /// Runs that have no anchor and that engines look for by themselves, each with the built-ins that
  /// tell what a run is. One of them stands in the place of anchors, as in `<digits>`.
  package static let runs = [
    "<digits>": ["luhn", "ssn", "phone"], "<iban>": ["iban"], "<words>": ["words"],
  ]
  /// The run that the rule looks for, where it looks for one.
  package var run: String? { anchors.first { $0.hasPrefix("<") && $0.hasSuffix(">") } }
  /// What may stand neither before nor behind a match unless a rule says otherwise.
  package static let defaultNeighbour = "[A-Za-z0-9_]"
}

/// A secret that is known by its name.
package struct RedactionKey: Sendable {
  package let names: [String]
  /// How far an unquoted value goes in text: `word`, `phrase` or `line`.
  package let value: String
  /// Whether a JSON number under such a key stays.
  package let keepsNumbers: Bool
  /// Whether running text must have `name=value`, or the name in quotes.
  package let strict: Bool

  package static let values = ["word", "phrase", "line"]
}

/// A secret in a URL.
package struct RedactionURL: Sendable {
  /// `userinfo` or `query`.
  package let part: String
  package let parameters: [String]
  /// Names of users that may stay where there is no password.
  package let except: [String]

  package static let parts = ["userinfo", "query"]
}

/// A part of a path that names a person or a machine.
package struct RedactionPath: Sendable {
  package let prefixes: [String]
  /// Whether all of the path that follows goes, or its next segment alone.
  package let whole: Bool
  package let fold: Bool
  /// Segments that stay, in small letters.
  package let except: [String]
}
