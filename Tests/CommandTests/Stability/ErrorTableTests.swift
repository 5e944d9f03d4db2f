import Foundation
import Testing

/// Each line of the specification's table of errors, altered in any of its columns: `check` finds
/// it, with the rule and the line.
@Suite struct ErrorTableTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder.released() }

  @Test func theTableIsTheCatalogs() throws {
    #expect(ErrorLine.all.count == 10)
    #expect(try folder.findings().isEmpty)
    for line in ErrorLine.all {
      let place = try folder.line(of: "  \(line.id):")
      #expect(try folder.line(of: "user: \(line.user)") > place)
      #expect(try folder.line(of: "operator: \(line.operatorText)") > place)
      #expect(try folder.line(of: "  \(line.domain): {category: \(line.category)}") < place)
    }
  }

  @Test(arguments: ErrorLine.all, ["user", "operator"])
  func aMessageIsFoundUntilItIsAccepted(_ line: ErrorLine, _ key: String) throws {
    try folder.reword(line, key)
    // What the old wording needed the new one does not.
    if key == "user" { try folder.removeExceptions(of: line.id) }
    let found = try folder.findings()
    #expect(found.map(\.rule) == ["\(key)-message-changed"], "\(found)")
    #expect(found.first?.severity == "warning" && found.first?.file == "catalog.yaml")
    #expect(found.first?.start?.line == (try folder.line(of: "\(key): ", after: "  \(line.id):")))
    try folder.succeed("accept", line.id, "--reason", "Shorter.", "-q")
    #expect(try folder.findings().isEmpty)
  }

  @Test(arguments: ErrorLine.all)
  func bothMessagesAtOnceAreAnotherMeaning(_ line: ErrorLine) throws {
    try folder.reword(line, "user")
    try folder.reword(line, "operator")
    let found = try #require(try folder.finding("code-meaning-changed"))
    #expect(found.severity == "error")
    #expect(found.start?.line == (try folder.line(of: "operator: ", after: "  \(line.id):")))
    #expect(try folder.rules().allSatisfy { !$0.hasSuffix("-message-changed") })
    let refused = try folder.run("accept", line.id, "--reason", "No.")
    #expect(refused.status == 2 && refused.errors.contains("code-meaning-changed, which cannot"))
  }

  @Test(arguments: ErrorLine.all)
  func aCategoryOfItsOwnIsFound(_ line: ErrorLine) throws {
    try folder.add("category: Another", to: line.id)
    let found = try #require(try folder.finding("code-category-changed"))
    #expect(found.severity == "error")
    #expect(found.start?.line == (try folder.line(of: "category: Another")))
  }

  @Test(arguments: ErrorLine.all)
  func theCategoryOfItsDomainIsFound(_ line: ErrorLine) throws {
    let old = "  \(line.domain): {category: \(line.category)}"
    try folder.replace(old, by: "  \(line.domain): {category: Another}", in: "catalog.yaml")
    let found = try folder.findings().filter { $0.severity == "error" }
    // A category that nothing is in any more is gone; the finding stands at the domain.
    #expect(found.map(\.rule) == ["category-removed"], "\(found)")
    #expect(found.first?.message.contains(line.category) == true)
  }

  @Test(arguments: ErrorLine.all)
  func aCodeThatIsGoneIsFound(_ line: ErrorLine) throws {
    try folder.removeReferences(to: line.id)
    try folder.remove(line.id)
    let found = try #require(try folder.finding("code-removed"))
    #expect(found.severity == "error" && found.message.contains(line.id))
    #expect(found.start?.line == (try folder.line(of: "errors:")))
    #expect(found.fix?.contains("stability: deprecated") == true)
  }

  /// One finding, at the new name; not one about a code that went and one about a code that came.
  @Test(arguments: ErrorLine.all)
  func aCodeWithAnotherNumberIsFound(_ line: ErrorLine) throws {
    try folder.replace(line.id, by: "PT-\(line.domain)-077", in: "catalog.yaml")
    let found = try folder.findings().filter { $0.rule.hasPrefix("code-") }
    #expect(found.map(\.rule) == ["code-renamed"], "\(found)")
    #expect(found.first?.start?.line == (try folder.line(of: "  PT-\(line.domain)-077:")))
  }

  @Test(arguments: ErrorLine.all)
  func aCodeInAnotherDomainIsFound(_ line: ErrorLine) throws {
    let id = line.domain == "INT" ? "PT-NET-077" : "PT-INT-077"
    try folder.replace(line.id, by: id, in: "catalog.yaml")
    let found = try folder.findings().filter { $0.rule.hasPrefix("code-") }
    #expect(found.map(\.rule) == ["code-domain-changed"], "\(found)")
    #expect(found.first?.start?.line == (try folder.line(of: "  \(id):")))
  }

  @Test(arguments: ErrorLine.all)
  func aCodeIsNotRetiredWithoutBeingDeprecated(_ line: ErrorLine) throws {
    try folder.removeReferences(to: line.id)
    try folder.add("stability: retired", to: line.id)
    let found = try #require(try folder.finding("retired-without-deprecation"))
    #expect(found.start?.line == (try folder.line(of: "stability: retired")))
  }
}
