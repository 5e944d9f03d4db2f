import CodebookCore
import ConformanceSupport
import Redaction
import Testing

/// Every rule in every context, with the examples that the catalog has.
@Suite struct RuleContextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: CatalogRedaction.Rule
    var testDescription: String { rule.rule.id }

    func examples() throws -> [RedactionExample] {
      try rule.match.map { try RedactionExample($0, rule: rule.rule.id) }
    }
  }

  static let redaction = Result { try CatalogRedaction.shipped() }
  static let redactor = Result { Redactor(try redaction.get().tables) }

  static func cases() throws -> [Case] { try redaction.get().rules.map(Case.init) }

  @Test("Nothing is left of a secret", arguments: try Self.cases(), try RedactionContext.all())
  func match(_ given: Case, _ context: RedactionContext) throws {
    for example in try given.examples() {
      guard let (text, pieces) = context.wrapped(example, of: given.rule.rule.id) else { continue }
      let once = try redacted(text)
      let shown = Self.withoutMarks(once)
      let left = pieces.filter(shown.contains)
      #expect(left.isEmpty, "\(text)\n\(once)")
      #expect(once.contains("[redacted:") || once.contains("****"), "\(text)")
      #expect(try redacted(once) == once, "a second pass changes \(once)")
    }
  }

  @Test("A find has its rule's name", arguments: try Self.cases())
  func name(_ given: Case) throws {
    let rule = given.rule.rule
    for example in try given.examples() {
      let result = try redacted(example.text)
      switch rule.finder {
      case .pair: #expect(result.contains("[redacted:"))
      default:
        #expect(result.contains("[redacted:\(rule.id)]") || rule.action == .mask, "\(result)")
      }
    }
  }

  @Test("What is no secret stays", arguments: try RedactionContext.all().filter(\.staysClean))
  func clean(_ context: RedactionContext) throws {
    for rule in try Self.redaction.get().rules {
      for template in rule.clean {
        let example = try RedactionExample(template, rule: rule.rule.id)
        guard let (text, _) = context.wrapped(example, of: rule.rule.id) else { continue }
        #expect(try redacted(text) == text)
      }
    }
  }

  @Test func thereAreManyContexts() throws {
    #expect(try RedactionContext.all().count >= 22)
    #expect(try Self.cases().count >= 80)
  }

  private func redacted(_ text: String) throws -> String {
    let bytes = try Array(text.utf8).withUnsafeBufferPointer {
      try Self.redactor.get().redacted(document: $0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text without the marks, whose names may hold words of a seed phrase.
  private static func withoutMarks(_ text: String) -> String {
    text.replacing(#/\[redacted:[a-z0-9\-]+\]/#, with: "\0")
  }
}
