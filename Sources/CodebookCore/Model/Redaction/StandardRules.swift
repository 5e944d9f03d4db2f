/// The rules that Codebook ships, which hold in every catalog that does not refuse them.
///
/// A class, since every catalog has it: a copy is one reference.
package final class StandardRules: Sendable {
  package let rules: [RedactionRuleEntry]
  package let safeKeys: [String]
  package let limits: RedactionSection.Limits

  init(rules: [RedactionRuleEntry], safeKeys: [String], limits: RedactionSection.Limits) {
    self.rules = rules
    self.safeKeys = safeKeys
    self.limits = limits
  }

  /// Nothing at all, with the usual limits.
  package static let none = StandardRules(
    rules: [], safeKeys: [], limits: RedactionSection.Limits())

  /// What travels inside the executable, made from `redaction/standard.yaml`; read when it is first
  /// asked for.
  package static let shipped = StandardRulesFile.read(shippedSource).rules

  /// The file as it travels inside the executable.
  package static let shippedSource = SourceText(
    name: "redaction/standard.yaml", text: embeddedText)
}

/// A file of rules, with what is wrong with it.
package struct StandardRulesFile: Sendable {
  package let rules: StandardRules
  package let diagnostics: [Diagnostic]

  /// Reads a file as a catalog's section `redaction` is read.
  package static func read(_ source: SourceText) -> StandardRulesFile {
    let document = YAMLDocument.parse(source)
    guard let root = document.root else {
      return StandardRulesFile(rules: .none, diagnostics: document.diagnostics)
    }
    var checker = ShapeChecker(file: source.name)
    checker.check(root, against: .object(CatalogFormat.standardRules), path: .root("the file"))
    let section = RedactionReader(NodeReader(root), standard: .none, isStandard: true).section()
    return StandardRulesFile(
      rules: StandardRules(
        rules: section.rules, safeKeys: section.safeKeys, limits: section.limits),
      diagnostics: document.diagnostics + checker.diagnostics)
  }
}
