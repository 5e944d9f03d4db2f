internal import CodebookCore
internal import CodebookRuntime

extension BundleDescription {
  /// What a catalog says of its diagnostics bundle, as generated code has it as a constant; `nil`
  /// where it says nothing that a runtime can go by.
  init?(_ catalog: Catalog) {
    guard let bundle = catalog.bundle, bundle.usesRoles else { return nil }
    self.init(
      version: bundle.version, name: bundle.name,
      files: bundle.currentFiles.compactMap(File.init), logBytes: bundle.limits.logBytes,
      totalBytes: bundle.limits.totalBytes, logHours: bundle.limits.logHours,
      collectorSeconds: bundle.limits.collectorSeconds)
  }
}

extension BundleDescription.File {
  fileprivate init?(_ file: BundleFileEntry) {
    guard let role = file.role.map({ BundleDescription.Role($0, file) }) else { return nil }
    self.init(file.id, role: role)
  }
}

extension BundleDescription.Role {
  fileprivate init(_ role: BundleRole, _ file: BundleFileEntry) {
    self =
      switch role {
      case .manifest: .manifest
      case .log: .log(service: file.service ?? "")
      case .configuration: .configuration(file.keys.map(BundleDescription.ConfigurationKey.init))
      case .environment: .environment
      case .processLifecycle: .processLifecycle
      case .counters: .counters
      case .recentErrors: .recentErrors
      case .document: .document(members: file.contents.map(\.id))
      }
  }
}

extension BundleDescription.ConfigurationKey {
  fileprivate init(_ key: BundleKeyEntry) {
    self.init(
      key.name, type: BundleDescription.ConfigurationType(key.type),
      sensitivity: CatalogDescription.Sensitivity(key.sensitivity, key.fingerprint))
  }
}

extension BundleDescription.ConfigurationType {
  /// The type of a key's `type`, which is one of these.
  fileprivate init(_ name: String) {
    self =
      switch name {
      case "integer": .integer
      case "number": .number
      case "boolean": .boolean
      case "object": .object
      case "array": .array
      case "url": .url
      default: .string
      }
  }
}
