extension RuleRegistry {
  static let codeDomainChanged = Rule.change(
    "code-domain-changed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A published error code stays in its domain.",
    rationale: """
      The domain is part of the code. Who filters logs by domain finds the old records in one, \
      and the new ones in another.
      """,
    published: """
      domains:
        DB: {category: Storage}
        NET: {category: Network}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
        ACME-NET-001:
          user: The network is down. Please wait.
          operator: Network is down; check the route.
      """,
    bad: """
      domains:
        DB: {category: Storage}
        NET: {category: Network}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-NET-001:
          user: The network is down. Please wait.
          operator: Network is down; check the route.
        ACME-NET-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    good: """
      domains:
        DB: {category: Storage}
        NET: {category: Network}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          stability: deprecated
          replaced_by: ACME-DB-001
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
        ACME-NET-001:
          user: The network is down. Please wait.
          operator: Network is down; check the route.
        ACME-NET-002:
          user: The space is used up. Please try again later.
          operator: Network volume is full; check the free space of the volume.
      """
  ) {
    $0.renamings(.error) {
      $0.old.facets["domain"] != $0.new.facets["domain"] && !$0.isPrefixChange
    }
  }
}
