extension RuleRegistry {
  static let codeRenamed = Rule.change(
    "code-renamed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A published error code keeps its ID.",
    rationale: """
      For every reader of logs a code that is called otherwise is a code that vanished and \
      another one that came. The entries were alike in messages and parameters, so this is one \
      finding and not two.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-003:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """
  ) {
    $0.renamings(.error) {
      $0.old.facets["domain"] == $0.new.facets["domain"] && !$0.isPrefixChange
    }
  }
}

extension Rename {
  /// Whether a code differs by the product's prefix alone, which is one finding for all codes.
  var isPrefixChange: Bool {
    guard let old = ErrorCodeID(old.key.id), let new = ErrorCodeID(new.key.id) else { return false }
    return old.prefix != new.prefix && old.domain == new.domain && old.number == new.number
  }
}
