extension RuleRegistry {
  static let bundleName = Rule(
    id: "bundle-name",
    summary: "The name of a bundle with roles is one that runtimes can make on every system.",
    rationale: """
      It tells when the bundle was made and by which process, so that two of them do not have one \
      name, and has no character that a file system, a shell or a mail program changes.
      """,
    badExample: """
      bundle:
        name: acme <time>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
      """,
    goodExample: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
      """
  ) { context in
    guard let bundle = context.catalog.bundle, bundle.usesRoles else { return [] }
    let range = context.catalog.root.value(at: ["bundle", "name"])?.range ?? .fileStart
    return BundleNames.faults(of: bundle.name, format: bundle.format).map { fault in
      Finding(fault.message, at: range, fix: fault.fix)
    }
  }
}

/// The names that a bundle has, and those in it that have a meaning.
enum BundleNames {
  /// Found by whoever has the archive alone.
  static let manifest = "manifest.json"
  /// The member of a file whose contents could not be had.
  static let unavailable = "unavailable"

  static let placeholders = ["utc_timestamp", "short_session_id"]

  /// The longest that stays below the limit of file systems with what stands around it while it is
  /// written.
  private static let longest = 200

  /// What is wrong with the name of a bundle, with what to do.
  static func faults(of name: String, format: String) -> [(message: String, fix: String)] {
    let parts = Parts(name)
    var faults: [(message: String, fix: String)] = []
    let known = placeholders.map { "`<\($0)>`" }.joined(separator: " and ")
    for unknown in parts.placeholders where !placeholders.contains(unknown) {
      faults.append(("no runtime knows what `<\(unknown.shortened)>` stands for", "use \(known)"))
    }
    for placeholder in placeholders {
      let count = parts.placeholders.count { $0 == placeholder }
      if count == 1 { continue }
      faults.append(
        count == 0
          ? ("the name lacks `<\(placeholder)>`", "put it in, so that no two bundles have one name")
          : ("the name has `<\(placeholder)>` more than once", "remove one"))
    }
    if !name.hasSuffix(".\(format)") {
      faults.append(("the name must end in `.\(format)`", "put it at the end"))
    }
    if let odd = parts.text.unicodeScalars.first(where: { !isSafe($0) }) {
      let shown = String(odd).shortened
      faults.append(
        ("`\(shown)` is not safe in the name of a file", "use letters, digits, `.`, `_` and `-`"))
    }
    if let first = name.unicodeScalars.first, first == "." || first == "-" {
      faults.append(("the name begins with `\(first)`", "begin it with a letter"))
    }
    if name.utf8.count > longest {
      faults.append(("the name has more than \(longest) bytes", "shorten it"))
    }
    return faults
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "._-".unicodeScalars.contains(scalar))
  }

  /// A name taken apart.
  private struct Parts {
    /// What stands between `<` and `>`.
    var placeholders: [String] = []
    /// All that stands outside; an angle bracket without its other half stays.
    var text = ""

    init(_ name: String) {
      var rest = name[...]
      while let open = rest.firstIndex(of: "<"),
        let close = rest[open...].firstIndex(of: ">")
      {
        text += rest[..<open]
        placeholders.append(String(rest[rest.index(after: open)..<close]))
        rest = rest[rest.index(after: close)...]
      }
      text += rest
    }
  }
}
