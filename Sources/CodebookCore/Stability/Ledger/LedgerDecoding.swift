/// A line of a ledger as what it says.
enum LedgerLineContent: Sendable {
  case fact(LedgerFact, release: String)
  case release(LedgerRelease, id: String)
}

/// Why a line says nothing that can be relied on.
struct LedgerLineProblem: Error {
  let rule: String
  let message: String
  let fix: String

  static func malformed(_ message: String) -> LedgerLineProblem {
    LedgerLineProblem(rule: "ledger-syntax", message: message, fix: Self.restore)
  }

  static func unknown(_ message: String) -> LedgerLineProblem {
    LedgerLineProblem(
      rule: "ledger-syntax", message: message,
      fix: "install a newer codebook, which wrote it; or \(Self.restore)")
  }

  static let restore = "take the line from the last commit that has it: git checkout REV -- LEDGER"
}

/// Reads the members of a JSON object, and says which are missing or left over.
struct LedgerDecoding {
  private var members: [String: JSONValue] = [:]
  private let context: String

  init(_ value: JSONValue, in context: String = "the line") throws(LedgerLineProblem) {
    self.context = context
    guard case .object(let list) = value else {
      throw .malformed("\(context) is no JSON object")
    }
    members.reserveCapacity(list.count)
    for (name, value) in list where members.updateValue(value, forKey: name) != nil {
      throw .malformed("\(context) has `\(name.shortened)` twice")
    }
  }

  static func content(of value: JSONValue) throws(LedgerLineProblem) -> LedgerLineContent {
    var line = try LedgerDecoding(value)
    let fact = try line.text("fact")
    let content: LedgerLineContent =
      fact == "released"
      ? .release(try line.release(), id: try line.text("release"))
      : .fact(try line.fact(fact), release: try line.text("release"))
    try line.end()
    return content
  }

  private mutating func release() throws(LedgerLineProblem) -> LedgerRelease {
    guard let version = SemanticVersion(try text("version")) else {
      throw .malformed("`version` is no version such as 1.0.0")
    }
    guard let date = CalendarDate(try text("date")) else {
      throw .malformed("`date` is no date such as 2027-01-31")
    }
    return LedgerRelease(
      version: version, previous: try texts("previous"), date: date, catalog: try text("catalog"),
      facts: try integer("facts"), sha256: try text("sha256"))
  }

  private mutating func fact(_ name: String) throws(LedgerLineProblem) -> LedgerFact {
    let kindName = try text("kind")
    guard let kind = EntryKind(rawValue: kindName) else {
      throw .unknown("there is no kind `\(kindName.shortened)`")
    }
    let event: LedgerFact.Event
    switch name {
    case "published": event = .published(try facets("value"), try optionalLife() ?? Lifecycle())
    case "changed": event = .changed(try changes())
    case "moved":
      guard let life = try optionalLife() else { throw .malformed("the line has no `life`") }
      event = .moved(life)
    case "removed": event = .removed
    default: throw .unknown("there is no fact `\(name.shortened)`")
    }
    let id = try text("id")
    // IDs are shown, and pasted into commands: they hold nothing that any of these would act on.
    guard !id.isEmpty, id.utf8.allSatisfy(Self.isIDByte) else {
      throw .malformed("`\(id.shortened)` is no ID")
    }
    return LedgerFact(EntryKey(kind, id), event, accepted: try acceptances())
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    IDBytes.isDigit(byte) || (0x61...0x7A).contains(IDBytes.lowercased(byte))
      || IDBytes.isSeparator(byte) || byte == UInt8(ascii: "/")
  }

  private mutating func facets(_ name: String) throws(LedgerLineProblem) -> Facets {
    guard case .object(let list)? = members.removeValue(forKey: name) else {
      throw .malformed("\(context) has no object `\(name)`")
    }
    var facets = Facets(minimumCapacity: list.count)
    for (facet, value) in list {
      guard let value = FacetValue(value), facets.updateValue(value, forKey: facet) == nil else {
        throw .malformed("`\(name)` has `\(facet.shortened)` twice, or with no plain value")
      }
    }
    return facets
  }

  private mutating func changes() throws(LedgerLineProblem) -> [FacetChange] {
    guard case .object(let list)? = members.removeValue(forKey: "changes") else {
      throw .malformed("\(context) has no object `changes`")
    }
    var changes: [FacetChange] = []
    var facets: Set<String> = []
    for (facet, value) in list {
      guard facets.insert(facet).inserted else {
        throw .malformed("`changes` has `\(facet.shortened)` twice")
      }
      var change = try LedgerDecoding(value, in: "the change of `\(facet.shortened)`")
      changes.append(
        FacetChange(facet: facet, old: try change.facet("from"), new: try change.facet("to")))
      try change.end()
    }
    return changes
  }

  private mutating func optionalLife() throws(LedgerLineProblem) -> Lifecycle? {
    guard let value = members.removeValue(forKey: "life") else { return nil }
    var life = try LedgerDecoding(value, in: "`life`")
    let name = try life.text("stability")
    guard let stability = Stability(rawValue: name), stability != .draft else {
      throw .unknown("there is no stability `\(name.shortened)`")
    }
    var lifecycle = Lifecycle(stability: stability)
    lifecycle.replacedBy = try life.optionalText("replaced_by")
    lifecycle.reason = try life.optionalText("reason")
    if let text = try life.optionalText("sunset") {
      guard let sunset = CalendarDate(text) else {
        throw .malformed("`sunset` is no date such as 2027-01-31")
      }
      lifecycle.sunset = sunset
    }
    try life.end()
    return lifecycle
  }

  private mutating func acceptances() throws(LedgerLineProblem) -> [LedgerAcceptance] {
    guard let value = members.removeValue(forKey: "accepted") else { return [] }
    guard case .array(let items) = value else { throw .malformed("`accepted` is no list") }
    var acceptances: [LedgerAcceptance] = []
    for item in items {
      var members = try LedgerDecoding(item, in: "an item of `accepted`")
      acceptances.append(
        LedgerAcceptance(
          rule: try members.text("rule"), fingerprint: try members.text("fingerprint"),
          reason: try members.text("reason"), owner: try members.optionalText("owner")))
      try members.end()
    }
    return acceptances
  }

  private mutating func facet(_ name: String) throws(LedgerLineProblem) -> FacetValue? {
    guard let value = members.removeValue(forKey: name) else { return nil }
    guard let facet = FacetValue(value) else { throw .malformed("`\(name)` is no plain value") }
    return facet
  }

  private mutating func text(_ name: String) throws(LedgerLineProblem) -> String {
    guard let text = try optionalText(name) else {
      throw .malformed("\(context) has no `\(name)`")
    }
    return text
  }

  private mutating func optionalText(_ name: String) throws(LedgerLineProblem) -> String? {
    guard let value = members.removeValue(forKey: name) else { return nil }
    guard case .string(let text) = value else { throw .malformed("`\(name)` is no text") }
    return text
  }

  private mutating func integer(_ name: String) throws(LedgerLineProblem) -> Int {
    guard case .integer(let number)? = members.removeValue(forKey: name) else {
      throw .malformed("\(context) has no number `\(name)`")
    }
    return number
  }

  private mutating func texts(_ name: String) throws(LedgerLineProblem) -> [String] {
    guard case .array(let items)? = members.removeValue(forKey: name) else {
      throw .malformed("\(context) has no list `\(name)`")
    }
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item else { throw .malformed("`\(name)` holds no text") }
      texts.append(text)
    }
    return texts
  }

  /// What nothing has asked for was written by a version that knows more.
  private func end() throws(LedgerLineProblem) {
    guard let name = members.keys.min() else { return }
    throw .unknown("\(context) has `\(name.shortened)`, which this codebook does not know")
  }
}
