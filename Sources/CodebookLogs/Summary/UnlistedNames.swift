internal import CodebookRuntime
internal import Redaction

/// Counts names that the catalog does not have, by what they name.
///
/// Such a name is text like any other: it is told only if it has the form of a name and no rule of
/// redaction finds anything in it.
struct UnlistedNames: Sendable {
  private static let mostBytes = 64

  private(set) var counts = LogSummary.unlistedKinds.map { _ in NameCounts() }
  private let redactor: Redactor
  /// The field of each kind; `nil` where records have none.
  private let fields: [[UInt8]?]

  init(_ description: CatalogDescription, _ redactor: Redactor) {
    self.redactor = redactor
    let roles: [CatalogDescription.Role] = [.component, .scope, .event, .errorCode]
    fields = roles.map { role in
      description.fields.first { $0.role == role }.map { Array($0.name.utf8) }
    }
  }

  /// The same facts, with the places of names that the runtimes write by themselves.
  func withRuntimes(
    _ facts: RecordFacts, _ line: UnsafeBufferPointer<UInt8>, _ names: CountedNames
  ) -> RecordFacts {
    var facts = facts
    if let index = runtimes(.components, facts.component, line, names) { facts.component = index }
    if let index = runtimes(.events, facts.event, line, names) { facts.event = index }
    return facts
  }

  private func runtimes(
    _ kind: CountedNames.Kind, _ index: Int16, _ line: UnsafeBufferPointer<UInt8>,
    _ names: CountedNames
  ) -> Int16? {
    guard index == RecordFacts.Index.unknown,
      let place = LogSummary.unlistedKinds.firstIndex(of: kind), let field = fields[place],
      let range = MemberText.find(field, in: line)
    else { return nil }
    return names.runtimesIndex(of: UnsafeBufferPointer(rebasing: line[range]), kind)
  }

  mutating func add(_ facts: RecordFacts, _ line: UnsafeBufferPointer<UInt8>) {
    let indexes = [facts.component, facts.scope, facts.event, facts.errorCode]
    for (place, index) in indexes.enumerated() where index == RecordFacts.Index.unknown {
      let name = fields[place].flatMap { MemberText.find($0, in: line) }.flatMap { range in
        tellable(UnsafeBufferPointer(rebasing: line[range]), counts[place])
      }
      counts[place].add(name)
    }
  }

  private func tellable(_ text: UnsafeBufferPointer<UInt8>, _ known: NameCounts) -> String? {
    guard Self.isName(text) else { return nil }
    let name = String(decoding: text, as: UTF8.self)
    if known.has(name) { return name }
    var finds = RedactionFinds()
    return redactor.redacted(text, finds: &finds) == nil ? name : nil
  }

  /// Whether a text has the form of a name; nothing in one is obeyed by a terminal.
  static func isName(_ text: some Collection<UInt8>) -> Bool {
    1...mostBytes ~= text.count && text.allSatisfy(canStandInName)
  }

  private static func canStandInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
