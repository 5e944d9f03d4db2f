import Testing

@testable import CodebookCore

/// The schema holds texts against patterns, the validator by code.
@Suite("The schema for editors and the validator agree on forms")
struct SchemaAgreementTests {
  private static let shapes: [(String, TextShape)] = [
    ("snakeCase", .snakeCase), ("dottedName", .dottedName), ("upperCase", .upperCase),
    ("rowID", .rowID), ("ruleID", .ruleID), ("path", .path), ("version", .version),
    ("language", .language), ("swiftModule", .swiftModule), ("pythonPackage", .pythonPackage),
    ("requestID", .requestID),
  ]

  private static let parts = [
    "", "a", "A", "1", "0", "01", "12", "abc", "aB", "é", "\u{301}", "_", "-", ".", "/", " ", "\n",
    "a_b", "a-b", "a.b", "en", "RR", "123456789", "1234567890",
  ]

  private static let versions = [
    "1.0.0", "10.20.30", "1.02.3", "1.0.0.0", "1.0.", "0.0.0", "1234567890.0.0", "123456789.0.0",
  ]

  @Test(arguments: shapes)
  func agree(_ name: String, _ shape: TextShape) throws {
    let pattern = try Regex(try #require(shape.pattern)).matchingSemantics(.unicodeScalar)
    let texts = Self.parts.flatMap { first in
      Self.parts.flatMap { second in Self.parts.map { first + second + $0 } }
    }
    let disputed = (texts + Self.versions).filter { text in
      shape.accepts(text) != (text.wholeMatch(of: pattern) != nil)
    }
    #expect(disputed.isEmpty)
    #expect(texts.contains(where: shape.accepts) || Self.versions.contains(where: shape.accepts))
  }

  /// Codes are the exception: what is wrong with one, a rule says, together with what it must be.
  @Test func codesAreForARule() throws {
    #expect(TextShape.codeID.accepts("anything"))
    #expect(
      try ComposedCatalog.findings(MarkedText.codeOfNoForm).map(\.rule).contains("code-format"))
  }
}

extension MarkedText {
  fileprivate static let codeOfNoForm = """
    errors:
      anything:
        user: The database is busy. Please try again.
        operator: Database lock not obtained; inspect open transactions.

    """
}
