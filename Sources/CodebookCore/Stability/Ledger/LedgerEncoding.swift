/// Facts and releases as lines of canonical JSON.
enum LedgerEncoding {
  /// The line of a fact, without its line break.
  ///
  /// - Parameter release: `nil` for the form that the digest is of.
  static func line(_ fact: LedgerFact, release: String?) -> [UInt8] {
    JSONValue.members(
      [
        ("id", .string(fact.key.id)),
        ("kind", .string(fact.key.kind.rawValue)),
        ("release", release.map { .string($0) }),
        ("accepted", fact.accepted.isEmpty ? nil : .array(fact.accepted.map(acceptance))),
      ] + event(fact.event)
    ).canonical
  }

  /// The line of a release, without its line break.
  static func line(_ release: LedgerRelease) -> [UInt8] {
    JSONValue.members(
      header(release) + [
        ("fact", .string("released")),
        ("release", .string(release.id)),
        ("facts", .integer(release.facts)),
        ("sha256", .string(release.sha256)),
      ]
    ).canonical
  }

  /// SHA-256 of what a release says and of its facts, whatever their order.
  static func digest(
    version: SemanticVersion, previous: [String], date: CalendarDate, catalog: String,
    facts: [[UInt8]]
  ) -> String {
    let release = LedgerRelease(
      version: version, previous: previous, date: date, catalog: catalog, facts: facts.count,
      sha256: "")
    var bytes = JSONValue.members(header(release)).canonical
    for fact in facts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes.append(UInt8(ascii: "\n"))
      bytes += fact
    }
    return SHA256.hexDigest(of: bytes)
  }

  /// The line of a fact as the digest is of it: without the release that it belongs to.
  ///
  /// In canonical JSON nothing before that member can look like it. In any other form the digest
  /// will not fit, which is what it is for.
  static func withoutRelease(_ line: ArraySlice<UInt8>, _ id: String) -> [UInt8] {
    let member = Array(",\"release\":\"\(id)\"".utf8)
    return line.withUnsafeBufferPointer { line in
      let last = line.count - member.count
      var start = 0
      while start <= last {
        // `,"r` is rare; looking for more of it would only cost time.
        if line[start] == member[0], line[start + 2] == member[2],
          line[start..<(start + member.count)].elementsEqual(member)
        {
          return Array(line[..<start]) + line[(start + member.count)...]
        }
        start += 1
      }
      return Array(line)
    }
  }

  private static func header(_ release: LedgerRelease) -> Members {
    [
      ("version", .string(release.version.description)),
      ("previous", .array(release.previous.map { .string($0) })),
      ("date", .string(release.date.description)),
      ("catalog", .string(release.catalog)),
    ]
  }

  private static func event(_ event: LedgerFact.Event) -> Members {
    switch event {
    case .published(let facets, let lifecycle):
      let value = JSONValue.object(facets.map { ($0.key, $0.value.json) })
      // What is published as stable, as nearly all is, says nothing of it.
      let life = lifecycle == Lifecycle() ? nil : life(lifecycle)
      return [("fact", .string("published")), ("value", value), ("life", life)]
    case .changed(let changes):
      return [
        ("fact", .string("changed")),
        (
          "changes",
          .object(
            changes.map { change in
              (change.facet, .members([("from", change.old?.json), ("to", change.new?.json)]))
            })
        ),
      ]
    case .moved(let lifecycle):
      return [("fact", .string("moved")), ("life", life(lifecycle))]
    case .removed: return [("fact", .string("removed"))]
    }
  }

  private static func life(_ lifecycle: Lifecycle) -> JSONValue {
    .members([
      ("stability", .string(lifecycle.stability.rawValue)),
      ("replaced_by", .text(lifecycle.replacedBy)),
      ("sunset", lifecycle.sunset.map { .string($0.description) }),
      ("reason", .text(lifecycle.reason)),
    ])
  }

  private static func acceptance(_ acceptance: LedgerAcceptance) -> JSONValue {
    .members([
      ("rule", .string(acceptance.rule)),
      ("fingerprint", .string(acceptance.fingerprint)),
      ("reason", .string(acceptance.reason)),
      ("owner", .text(acceptance.owner)),
    ])
  }
}
