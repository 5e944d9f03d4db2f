@testable import CodebookCore

extension History {
  /// The catalog as it is at this time.
  func catalog() throws -> Catalog {
    let sections = [
      section("errors", .error), section("scopes", .scope), section("events", .event),
      section("matrix", .scenario),
    ]
    return try Published.catalog(ComposedCatalog.text(sections.joined()))
  }

  private func section(_ name: String, _ kind: EntryKind) -> String {
    let entries = items.filter { $0.key.kind == kind }.sorted { $0.key < $1.key }
    guard !entries.isEmpty else { return "\(name): {}\n" }
    let lines = entries.map { key, item in
      "  \(key.id): {stability: \(item.stability.rawValue), \(Self.members(kind, item.meaning))}\n"
    }
    return "\(name):\n" + lines.joined()
  }

  /// Texts so unlike that none is taken for another one's new name.
  private static func members(_ kind: EntryKind, _ meaning: Int) -> String {
    let text = "\(word(meaning * 3)) \(word(meaning * 3 + 1)) \(word(meaning * 3 + 2))"
    return switch kind {
    case .error: "user: \(text) u., operator: \(text) o."
    case .scenario:
      "scenario: \(text), preconditions: \(text), expected: \(text), evidence: \(text)"
    case .event: "level: INFO, service: app, message: \(text)"
    default: "description: \(text)"
    }
  }

  private static func word(_ number: Int) -> String {
    let letters = Array("abcdefghij")
    return "W" + String(String(number).compactMap(\.wholeNumberValue).map { letters[$0] })
  }
}
