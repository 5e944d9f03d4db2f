extension RuleRegistry {
  static let prefixChanged = Rule.change(
    "prefix-changed", breaks: [.source, .wireBackward, .wireForward],
    summary: "The prefix of error codes never changes.",
    rationale: """
      Every code would be another one. This is one finding, whatever the number of codes.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    bad: """
      product: {name: Acme, prefix: ACM, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      errors:
        ACM-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { comparison in
    let prefix = comparison.alterations(.product) {
      $0.facet == "prefix"
    } message: { _, facet in
      "error codes began with `\(facet.old?.shown ?? "")`"
    }
    return prefix
      + comparison.renamings(.error) { $0.isPrefixChange }.map { finding in
        var finding = finding
        finding.severity = .note
        return finding
      }
  }
}
