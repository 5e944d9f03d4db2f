/// What the canonical form tells of the diagnostics bundle.
extension CanonicalMembers {
  /// The bundle without its files.
  ///
  /// Version and limits mean something to runtimes only, which go by roles: a bundle without any is
  /// told of as it always was.
  static func bundle(_ section: BundleSection, _ root: Node) -> Members {
    [
      ("name", .string(section.name)),
      ("format", .string(section.format)),
      ("version", section.usesRoles ? .integer(section.version) : nil),
      ("limits", section.usesRoles ? .members(limits(section.limits)) : nil),
      ("destination", .text(section.destination)),
      ("description", .text(section.description)),
      ("extensions", extensions(of: root.value("bundle"))),
    ]
  }

  private static func limits(_ limits: BundleLimits) -> Members {
    [
      ("log_bytes", .integer(limits.logBytes)),
      ("total_bytes", .integer(limits.totalBytes)),
      ("log_hours", limits.logHours.map { .integer($0) }),
      ("collector_seconds", .integer(limits.collectorSeconds)),
    ]
  }

  static func bundleFile(_ file: BundleFileEntry) -> Members {
    [
      ("role", file.role.map { .string($0.rawValue) }),
      ("service", .text(file.service)),
      (
        "keys",
        .array(
          file.keys.sorted { $0.name < $1.name }.map { key in
            .members(bundleKey(key, of: file))
          }
        ).unlessEmpty
      ),
      ("contents", .statements(file.contents)),
    ]
  }

  private static func bundleKey(_ key: BundleKeyEntry, of file: BundleFileEntry) -> Members {
    [
      ("name", .string(key.name)),
      ("type", .string(key.type)),
      ("sensitivity", .string(key.sensitivity.rawValue)),
      ("fingerprint", .text(key.fingerprint)),
      ("description", .text(key.description)),
      ("extensions", extensions(of: file.info.node.value(at: ["keys", key.name]))),
    ]
  }
}
