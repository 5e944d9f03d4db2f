/// Every rule there is, by stage and then by ID; the only list of them.
package enum RuleRegistry {
  package static let rules: [Rule] = reading + linting + generating

  /// The rule with this ID.
  package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  private static let reading: [Rule] = []

  private static let linting: [Rule] = [
    codeFormat,
    unusedException,
  ]

  private static let generating: [Rule] = []
}
