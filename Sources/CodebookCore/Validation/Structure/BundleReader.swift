/// Makes a section `bundle` of its mapping.
struct BundleReader {
  private let reader: NodeReader

  init(_ reader: NodeReader) {
    self.reader = reader
  }

  func section() -> BundleSection {
    BundleSection(
      name: reader.text("name"), format: reader.text("format"),
      destination: reader.optionalText("destination"), description: reader.text("description"),
      version: reader.integer("version") ?? 1,
      limits: limits(NodeReader(reader.node.value("limits"))),
      files: reader.entries("files") { info, reader in
        BundleFileEntry(
          info: info, role: reader.choice("role"), service: reader.optionalText("service"),
          keys: reader.entries("keys", key), contents: reader.statements("contents"))
      })
  }

  private func limits(_ reader: NodeReader) -> BundleLimits {
    var limits = BundleLimits()
    limits.logBytes = reader.integer("log_bytes") ?? limits.logBytes
    limits.totalBytes = reader.integer("total_bytes") ?? limits.totalBytes
    limits.logHours = reader.integer("log_hours")
    limits.collectorSeconds = reader.integer("collector_seconds") ?? limits.collectorSeconds
    return limits
  }

  private func key(_ info: EntryInfo, _ reader: NodeReader) -> BundleKeyEntry {
    BundleKeyEntry(
      name: info.id, nameRange: info.idRange, type: reader.text("type"),
      sensitivity: reader.choice("sensitivity") ?? .public,
      fingerprint: reader.optionalText("fingerprint"), description: info.description)
  }
}
