/// The history of the catalog, the latest release first.
enum ChangelogView {
  static let release = ViewTable<Changelog.Release>([
    ("version", { .string($0.version) }),
    ("date", { .string($0.date) }),
    ("isJoint", { .bool($0.isJoint) }),
    ("groups", { group.list($0.groups) }),
  ])

  private static let group = ViewTable<Changelog.Group>([
    ("title", { .string($0.title) }),
    ("items", { item.list($0.items) }),
  ])

  private static let item = ViewTable<Changelog.Item>([
    ("noun", { .string($0.noun) }),
    ("ids", { .list(TemplateList($0.ids.map { .text($0) })) }),
    ("what", { .text($0.what) }),
    ("reason", { .text($0.reason) }),
  ])
}

extension Array where Element: Entry {
  /// Whether any of the entries is deprecated or retired.
  var hasDeprecated: Bool { contains(where: \.isOutdated) }
}

extension Entry {
  /// Whether new code should not use it: deprecated or retired.
  var isOutdated: Bool { info.stability == .deprecated || info.stability == .retired }

  /// The entry in generated Swift, where a value is expected; a name that is deprecated would be
  /// warned of.
  var swiftValue: String {
    isOutdated ? ".deprecated(\"\(id)\")" : ".\(SwiftNames.member(id))"
  }
}

extension InContext {
  var history: EntryHistory {
    let recorded = context.history[EntryKey(Model.kind, entry.id)]
    let info = entry.info
    return EntryHistory(
      since: recorded?.since ?? info.since,
      deprecatedSince: recorded?.deprecatedSince ?? info.deprecatedSince,
      retiredSince: recorded?.retiredSince ?? info.retiredSince)
  }

  /// What a compiler tells whoever uses the entry; empty where it may be used.
  var deprecationNote: String {
    let info = entry.info
    var note: String
    switch info.stability {
    case .draft, .stable: return ""
    case .deprecated:
      note = history.deprecatedSince.map { "Deprecated since \($0)" } ?? "Deprecated"
      if let sunset = info.sunset { note += ", to be retired from \(sunset) on" }
    case .retired: note = history.retiredSince.map { "Retired in \($0)" } ?? "Retired"
    }
    if let replacement = info.replacedBy { note += "; use \(replacement)" }
    note += "."
    if let reason = info.reason { note += " \(reason)" }
    return note
  }
}
