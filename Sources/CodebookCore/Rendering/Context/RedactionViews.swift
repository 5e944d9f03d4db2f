internal import Redaction

/// Redaction as templates see it.
enum RedactionView {
  static let table = ViewTable<CatalogContext>([
    ("logClasses", { DocumentViews.statements($0.section.logClasses) }),
    ("bundleClasses", { DocumentViews.statements($0.section.bundleClasses) }),
    ("policy", { DocumentViews.statements($0.section.policy) }),
    ("usesStandardRules", { .bool(!$0.section.standard.rules.isEmpty) }),
    ("disabledRules", { DocumentViews.statements($0.section.disabledRules) }),
    ("safeKeys", { RedactionTextView.list($0.section.safeKeys) }),
    ("limits", { limits.object($0.section.limits) }),
    ("hasRules", { .bool(!$0.section.rules.isEmpty) }),
    ("rules", { $0.views($0.section.rules, RedactionRuleView.table) }),
    ("valueRules", { $0.rules("value") }),
    ("keyRules", { $0.rules("key") }),
    ("urlRules", { $0.rules("url") }),
    ("pathRules", { $0.rules("path") }),
    ("blockRules", { $0.rules("block") }),
    ("pairRules", { $0.rules("pair") }),
  ])

  private static let limits = ViewTable<RedactionSection.Limits>([
    ("depth", { .number($0.depth) }),
    ("decodings", { .number($0.decodings) }),
    ("textBytes", { .number($0.textBytes) }),
  ])
}

extension CatalogContext {
  fileprivate var section: RedactionSection { catalog.redaction }

  /// The rules in force of one kind.
  fileprivate func rules(_ kind: String) -> TemplateValue {
    views(section.rules.filter { $0.matcher?.kind == kind }, RedactionRuleView.table)
  }

  /// The tables of an engine, four words to a line of a Swift array.
  var redactionTables: TemplateValue {
    let words = (try? catalog.redaction.tables())?.words ?? []
    let rows = (words.count + 3) / 4
    return .list(
      TemplateList(count: rows) { row in
        let four = words[row * 4..<min(row * 4 + 4, words.count)]
        return .string(four.map(Self.hexadecimal).joined(separator: ", "))
      })
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let groups = stride(from: 48, through: 0, by: -16).map { shift in
      let digits = String(word >> UInt64(shift) & 0xFFFF, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    return "0x" + groups.joined(separator: "_")
  }

  /// All that is in force, as one line of JSON.
  var redactionRulesJSON: String {
    String(decoding: catalog.redaction.resolved.canonical, as: UTF8.self)
  }
}

/// A rule in force as templates see it.
enum RedactionRuleView {
  static let table: ViewTable<InContext<RedactionRuleEntry>> = EntryView.table([
    ("kind", { .string($0.entry.matcher?.kind ?? "") }),
    ("action", { .string($0.entry.action.rawValue) }),
    ("isOmit", { .bool($0.entry.action == .omit) }),
    ("isMask", { .bool($0.entry.action == .mask) }),
    ("isFingerprint", { .bool($0.entry.action == .fingerprint) }),
    ("fingerprint", { .string(orNone: $0.entry.fingerprint) }),
    ("priority", { .number($0.entry.priority) }),
    ("isStandard", { .bool($0.entry.isStandard) }),
    (
      "class",
      { rule in
        let statements = rule.catalog.redaction.logClasses + rule.catalog.redaction.bundleClasses
        let statement = statements.first { $0.id == rule.entry.statement }
        return statement.map { DocumentViews.statement.object($0) } ?? .bool(false)
      }
    ),
    ("json", { .text($0.json) }),
    ("matchExamples", { RedactionTextView.list($0.entry.matchExamples) }),
    ("cleanExamples", { RedactionTextView.list($0.entry.cleanExamples) }),
  ]).adding(parts)

  /// What rules of one kind alone have; empty, and so false, for others.
  private static let parts: [(String, ViewTable<InContext<RedactionRuleEntry>>.Property)] = [
    ("anchors", { RedactionTextView.list($0.entry.value?.anchors ?? []) }),
    ("names", { RedactionTextView.list($0.entry.names) }),
    ("values", { RedactionTextView.list($0.entry.pairValues) }),
    ("part", { .string($0.entry.url?.part ?? "") }),
    ("isUserinfo", { .bool($0.entry.url?.part == "userinfo") }),
    ("parameters", { RedactionTextView.list($0.entry.url?.parameters ?? []) }),
    ("prefixes", { RedactionTextView.list($0.entry.path?.prefixes ?? []) }),
    ("isWhole", { .bool($0.entry.path?.whole ?? false) }),
    ("labels", { RedactionTextView.list($0.entry.labels) }),
  ]
}

/// A text of a list, for sections over it.
enum RedactionTextView {
  static func list(_ texts: [String]) -> TemplateValue { table.list(texts) }

  private static let table = ViewTable<String>([("text", { .text($0) })])
}

extension InContext<RedactionRuleEntry> {
  /// The rule as engines are made of it, as one line of JSON.
  fileprivate var json: String {
    let members = [("id", JSONValue.string(entry.id))] + CanonicalMembers.engine(entry)
    return String(decoding: JSONValue.members(members).canonical, as: UTF8.self)
  }
}

extension RedactionRuleEntry {
  fileprivate var names: [String] {
    switch matcher {
    case .key(let key): key.names
    case .pair(let names, _): names
    default: []
    }
  }

  fileprivate var pairValues: [String] {
    if case .pair(_, let values) = matcher { values } else { [] }
  }

  fileprivate var url: RedactionURL? {
    if case .url(let url) = matcher { url } else { nil }
  }

  fileprivate var path: RedactionPath? {
    if case .path(let path) = matcher { path } else { nil }
  }

  fileprivate var labels: [String] {
    if case .block(let labels) = matcher { labels } else { [] }
  }
}
