public import CodebookRuntime

extension BundleStory {
  /// The story as a JSON value, without the records.
  public var value: LogValue {
    let manifest = documents.manifest
    return .having([
      "archive": .string(contents.archive), "notice": .text(contents.notice),
      "product": .string(product), "app": manifest["app"], "platform": manifest["platform"],
      "generated_at": manifest["generated_at"], "session_id": manifest["session_id"],
      "catalog": catalogValue, "facts": .array(facts.map(\.value)), "span": spanValue,
      "totals": totals, "errors": .array(errors.map(\.value)),
      "processes": .array(processes.map(\.value)), "scopes": .array(scopes.map(\.value)),
      "counters_since": documents.counters?["since"], "runtimes": runtimes,
      "machine": documents.environment?["platform"], "configuration": documents.configuration,
      "documents": .array(
        documents.others.map { ["path": .string($0.path), "value": $0.value] }),
      "files": .array(files.map(\.value)), "omissions": .array(omissions.map(\.value)),
      "redaction": redaction, "secret_search": manifest["secret_search"],
      "services": .array(services.map { .string($0) }),
    ])
  }

  private var catalogValue: LogValue {
    .having([
      "version": documents.manifest["catalog"]?["version"],
      "digest": documents.manifest["catalog"]?["digest"],
      "matches": isOfCatalog.map { .boolean($0) },
    ])
  }

  private var spanValue: LogValue? {
    guard let first = records.first?.time, let last = records.last?.time else { return nil }
    return .having(["first_at": .time(first), "last_at": .time(last)])
  }

  private var totals: LogValue {
    var levels: [String: Int] = [:]
    for record in records { levels[record.level, default: 0] += 1 }
    let known = catalog.levels.map(\.name)
    let others = levels.keys.filter { !known.contains($0) }.sorted()
    return [
      "records": .integer(Int64(records.count)), "unreadable": .integer(Int64(unreadableLines)),
      "levels": .object(
        LogObject(
          (known + others).compactMap { name in
            levels[name].map { (name, .integer(Int64($0))) }
          })),
    ]
  }

  private var runtimes: LogValue {
    .array(
      (documents.environment?["runtimes"]?.members ?? []).map {
        [.string($0.key), .string($0.value.text ?? "")]
      })
  }

  private var redaction: LogValue {
    .array(
      (documents.manifest["redaction_summary"]?.members ?? []).map {
        [.string($0.key), .integer(Int64($0.value.integer ?? 0))]
      })
  }
}
