extension RuleRegistry {
  static let bundleRoles = Rule(
    id: "bundle-roles",
    summary: "Once one file of the bundle has a role, all have one, and each has what it needs.",
    rationale: """
      A runtime makes and checks each file by its role. It finds the manifest by its name, even \
      without the catalog, and could not tell two files of one kind apart.
      """,
    badExample: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, contents: {records: the last records}}
      """,
    goodExample: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """
  ) { context in
    guard let bundle = context.catalog.bundle else { return [] }
    let check = RoleCheck(bundle: bundle, root: context.catalog.root)
    return check.strayKeys() + (bundle.usesRoles ? check.findings() : [])
  }
}

/// Holds the roles of a bundle's files against each other.
private struct RoleCheck {
  let bundle: BundleSection
  let root: Node

  /// Keys that only some roles have a use for.
  func strayKeys() -> [Finding] {
    bundle.currentFiles.flatMap { file in
      [("service", BundleRole.log), ("keys", .configuration)].compactMap { key, role in
        guard file.role != role, let pair = file.info.node.pair(key) else { return nil }
        return Finding(
          "`\(key)` is for files with the role `\(role.rawValue)`", at: pair.key.range,
          entry: file.info, fix: file.role == nil ? "role: \(role.rawValue)" : "remove it")
      }
    }
  }

  func findings() -> [Finding] {
    missingManifest() + repeatedRoles() + repeatedServices()
      + bundle.currentFiles.flatMap { file in
        guard let role = file.role else { return missingRole(file) }
        return [wrongName(file, role), missingPart(file, role)].compactMap(\.self)
          + reservedMembers(file, role)
      }
  }

  private func missingManifest() -> [Finding] {
    let isThere = bundle.currentFiles.contains { file in
      file.role == .manifest || file.id == BundleNames.manifest && hasRole(file)
    }
    guard !isThere else { return [] }
    return [
      Finding(
        "no file of the bundle is its manifest",
        at: root.value("bundle")?.pair("files")?.key.range ?? .fileStart,
        fix: "manifest.json: {role: manifest, contents: {files: what is in it}}")
    ]
  }

  /// Whether it names a role, though it may be one that there is not: that is a finding of its own.
  private func hasRole(_ file: BundleFileEntry) -> Bool { file.info.node.pair("role") != nil }

  private func missingRole(_ file: BundleFileEntry) -> [Finding] {
    guard !hasRole(file) else { return [] }
    let roles = BundleRole.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return [
      Finding(
        "`\(file.id.shortened)` has no role, and others have one", at: file.info.idRange,
        entry: file.info, fix: "give it one of \(roles)")
    ]
  }

  private func repeatedRoles() -> [Finding] {
    repeated { $0.role.flatMap { $0.isSingle ? $0.rawValue : nil } }.map { file, earlier, role in
      Finding(
        "the bundle has two files with the role `\(role)`", at: file.range(of: "role"),
        entry: file.info, notes: [("the other file", earlier.info.idRange)],
        fix: "remove one of them")
    }
  }

  private func repeatedServices() -> [Finding] {
    repeated { $0.role == .log ? $0.service : nil }.map { file, earlier, service in
      Finding(
        "the bundle has two logs of `\(service.shortened)`", at: file.range(of: "service"),
        entry: file.info, notes: [("the other log", earlier.info.idRange)],
        fix: "name the service whose records it holds, or remove one of them")
    }
  }

  /// The files of which an earlier one has the same.
  private func repeated(
    _ property: (BundleFileEntry) -> String?
  ) -> [(file: BundleFileEntry, earlier: BundleFileEntry, value: String)] {
    var earlier: [String: BundleFileEntry] = [:]
    return bundle.currentFiles.compactMap { file in
      guard let value = property(file) else { return nil }
      if let other = earlier[value] { return (file, other, value) }
      earlier[value] = file
      return nil
    }
  }

  private func wrongName(_ file: BundleFileEntry, _ role: BundleRole) -> Finding? {
    if role == .manifest, file.id != BundleNames.manifest {
      // Beside the manifest, another one is a finding already, and would stay one with its name.
      guard !bundle.currentFiles.contains(where: { $0.id == BundleNames.manifest }) else {
        return nil
      }
      return Finding(
        "the manifest must be called `\(BundleNames.manifest)`", at: file.info.idRange,
        entry: file.info, fix: "rename it")
    }
    guard !file.id.hasSuffix(role.ending) || file.id.utf8.count == role.ending.utf8.count
    else { return nil }
    return Finding(
      "the path of a file with the role `\(role.rawValue)` must end in `\(role.ending)`",
      at: file.info.idRange, entry: file.info, fix: "rename it")
  }

  private func missingPart(_ file: BundleFileEntry, _ role: BundleRole) -> Finding? {
    switch role {
    case .log where file.service == nil:
      Finding(
        "the log `\(file.id.shortened)` names no service", at: file.range(of: "role"),
        entry: file.info, fix: "service: whose records it holds")
    case .configuration where file.keys.isEmpty:
      Finding(
        "`\(file.id.shortened)` lists no keys, so that nothing could be in it",
        at: file.range(of: "role"), entry: file.info, fix: "keys: what may be in it")
    default: nil
    }
  }

  /// A document's members are named by what it holds; one name is taken.
  private func reservedMembers(_ file: BundleFileEntry, _ role: BundleRole) -> [Finding] {
    guard role == .document else { return [] }
    return file.contents.filter { $0.id == BundleNames.unavailable }.map { member in
      Finding(
        "`\(member.id)` tells that a file's contents could not be had, and is no member's name",
        at: member.idRange, entry: file.info, fix: "give it another name")
    }
  }
}
