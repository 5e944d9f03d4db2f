internal import CodebookRuntime
internal import Redaction

/// Keeps of a configuration what the catalog lists, redacted: everything else stays out.
struct ConfigurationFilter {
  /// What is kept of a configuration.
  struct Filtered {
    /// What may be in a bundle.
    var config = LogObject()
    /// The names of keys that may not be, in the order in which they were given.
    var refused: [String] = []
  }

  private let tree: ConfigurationTree

  init(_ keys: [BundleDescription.ConfigurationKey]) {
    tree = ConfigurationTree(keys)
  }

  /// What is kept of a configuration.
  ///
  /// - Parameter redactor: Redacts and counts.
  func filtered(_ config: LogObject, _ redactor: inout DocumentRedactor) -> Filtered {
    redactor.withRedaction { redaction, redactor in
      var run = Run(redactor: redactor, redaction: redaction)
      let kept = run.members(of: config, tree, below: "")
      redaction = run.redaction
      return Filtered(config: kept, refused: run.refused)
    }
  }

  private struct Run {
    let redactor: Redactor
    var redaction: ValueRedaction
    var refused: [String] = []

    mutating func members(
      of object: LogObject, _ tree: ConfigurationTree, below path: String
    ) -> LogObject {
      let pair = redaction.pairRule(in: object)
      var kept = LogObject()
      for member in object {
        guard let (name, value) = self.member(member, tree, pair, below: path) else { continue }
        var unique = name
        while kept[unique] != nil { unique += "_" }
        kept[unique] = value
      }
      return kept
    }

    /// The name and the value of which a bundle has the member; `nil` where it has nothing of it.
    private mutating func member(
      _ member: LogObject.Member, _ tree: ConfigurationTree, _ pair: KeyRule?, below path: String
    ) -> (String, LogValue)? {
      guard let node = tree[member.key] else {
        // Whoever gave it made a fingerprint of what the catalog lists.
        if member.isFingerprint { return (member.key, member.value) }
        return refuse(path + member.key)
      }
      guard let key = node.key else {
        guard case .object(let inner) = member.value else { return refuse(path + member.key) }
        let kept = members(of: inner, node, below: "\(path)\(member.key).")
        return kept.isEmpty ? nil : (member.key, .object(kept))
      }
      guard key.fits(member.value, redactor) else { return refuse(path + member.key) }
      return key.sensitivity == .secret ? nil : shown(member, key, pair)
    }

    private mutating func refuse(_ name: String) -> (String, LogValue)? {
      refused.append(name)
      return nil
    }

    private mutating func shown(
      _ member: LogObject.Member, _ key: ConfigurationTree.Key, _ pair: KeyRule?
    ) -> (String, LogValue) {
      if let replacement = redaction.replacement(
        of: member.value, under: member.key, key.sensitivity, pair: pair)
      {
        return (replacement.key, .string(replacement.text))
      }
      if key.type == .url, case .string(let url) = member.value {
        return (member.key, .string(shown(url: url, under: member.key)))
      }
      return (member.key, redaction.redacted(member.value, key: member.key))
    }

    /// A URL without its user information and the parameters in which something is found. What is
    /// found is counted once.
    private mutating func shown(url: String, under key: String) -> String {
      let spans = Array(url.utf8).withUnsafeBufferPointer { bytes in
        Array(key.utf8).withUnsafeBufferPointer { redactor.spans(in: bytes, key: $0) }
      }
      for span in spans { redaction.finds.add(ruleNumber: span.rule) }
      let finds = redaction.finds
      defer { redaction.finds = finds }
      return redaction.redacted(
        StrippedURL.text(of: url, without: spans.map { $0.start..<$0.end }), key: key)
    }
  }
}
