extension RuleRegistry {
  static let redactionFingerprintRefused = Rule(
    id: "redaction-fingerprint-refused",
    summary: "One-time codes, PINs and passwords have no fingerprint.",
    rationale: """
      There are few of them, or people use few: whoever has the key tries them all, and the \
      fingerprint has told the secret. They are left out.
      """,
    badExample: """
      redaction:
        rules:
          door-pin:
            description: PINs of doors.
            kind: key
            names: [door_pin]
            action: fingerprint
            fingerprint: door
            examples: {match: ["door_pin=<digits:6>"], clean: [the door]}
      """,
    goodExample: """
      redaction:
        rules:
          door-pin:
            description: PINs of doors.
            kind: key
            names: [door_pin]
            examples: {match: ["door_pin=<digits:6>"], clean: [the door]}
      """
  ) { context in
    let rules = context.liveRedactionRules.compactMap { rule -> Finding? in
      guard rule.action == .fingerprint else { return nil }
      var names: [(String, String)] = [(rule.fingerprint ?? "", "fingerprint")]
      if case .key(let key) = rule.matcher { names += key.names.map { ($0, "names") } }
      guard let (name, key) = names.first(where: { GuessableName.is($0.0) }) else { return nil }
      return Finding(
        "`\(name.shortened)` has no fingerprint: it could be guessed",
        at: rule.range(of: name, in: key), entry: rule.info, fix: "action: omit")
    }
    let declarations = Fingerprinted.all(of: context.catalog).compactMap { one -> Finding? in
      guard let name = [one.kind, one.name].first(where: GuessableName.is) else { return nil }
      return Finding(
        "`\(name.shortened)` has no fingerprint: it could be guessed", at: one.range,
        entry: one.entry, fix: "remove it")
    }
    return rules + declarations
  }

  static let fingerprintPlace = Rule(
    id: "fingerprint-place",
    summary: "A fingerprint stands for a sensitive text or whole number.",
    rationale: """
      A public value is written as it is, and a secret one not at all. What the runtime itself \
      fills in, such as a session, would be lost. Of a boolean a fingerprint would tell all, of a \
      list nothing.
      """,
    badExample: """
      events:
        app_started:
          level: INFO
          service: app
          message: Started
          details:
            account: {type: string, sensitivity: public, fingerprint: account}
      """,
    goodExample: """
      events:
        app_started:
          level: INFO
          service: app
          message: Started
          details:
            account: {type: string, sensitivity: sensitive, fingerprint: account}
      """
  ) { context in
    Fingerprinted.all(of: context.catalog).compactMap { one in
      one.fault.map {
        Finding(
          "`\(one.name.shortened)` \($0), and can have no fingerprint", at: one.range,
          entry: one.entry,
          fix: one.sensitivity == .public ? "sensitivity: sensitive, or remove it" : "remove it")
      }
    }
  }
}

/// A field, detail, parameter or key of a configuration whose value a fingerprint is to stand for.
private struct Fingerprinted {
  let name: String
  let kind: String
  let type: String
  let sensitivity: Sensitivity
  let entry: EntryInfo
  let range: SourceRange
  /// Whether the runtime fills it in.
  var hasRole = false

  /// Why it can have none.
  var fault: String? {
    if sensitivity != .sensitive { return "is \(sensitivity.rawValue)" }
    if hasRole { return "is filled in by the runtime" }
    if type != "string", type != "integer" { return "is neither a text nor a whole number" }
    return nil
  }

  static func all(of catalog: Catalog) -> [Fingerprinted] {
    let fields = catalog.fields.compactMap { field in
      field.fingerprint.map { kind in
        Fingerprinted(
          name: field.id, kind: kind, type: field.type, sensitivity: field.sensitivity,
          entry: field.info, range: field.range(of: "fingerprint"),
          hasRole: field.role != nil)
      }
    }
    let details = catalog.events.flatMap { event in
      event.details.compactMap { detail in
        detail.fingerprint.map { kind in
          Fingerprinted(
            name: detail.name, kind: kind, type: detail.type, sensitivity: detail.sensitivity,
            entry: event.info, range: range(event.info, "details", detail.name, detail.nameRange))
        }
      }
    }
    let parameters = catalog.errors.flatMap { error in
      error.parameters.compactMap { parameter in
        parameter.fingerprint.map { kind in
          Fingerprinted(
            name: parameter.name, kind: kind, type: parameter.type,
            sensitivity: parameter.sensitivity, entry: error.info,
            range: range(error.info, "parameters", parameter.name, parameter.nameRange))
        }
      }
    }
    return fields + details + parameters + keys(of: catalog)
  }

  /// Those of the configuration that a bundle holds.
  private static func keys(of catalog: Catalog) -> [Fingerprinted] {
    (catalog.bundle?.currentFiles ?? []).flatMap { file in
      file.keys.compactMap { key in
        key.fingerprint.map { kind in
          Fingerprinted(
            name: key.name, kind: kind, type: key.type == "url" ? "string" : key.type,
            sensitivity: key.sensitivity, entry: file.info,
            range: range(file.info, "keys", key.name, key.nameRange))
        }
      }
    }
  }

  private static func range(
    _ entry: EntryInfo, _ list: String, _ name: String, _ otherwise: SourceRange
  ) -> SourceRange {
    entry.node.value(at: [list, name, "fingerprint"])?.range ?? otherwise
  }
}

/// Names of secrets that are short, or that people choose.
enum GuessableName {
  private static let words: Set<Substring> = [
    "otp", "totp", "hotp", "pin", "password", "passwd", "pwd", "passcode", "passphrase",
  ]

  static func `is`(_ name: String) -> Bool {
    let bare = name.hasPrefix("=") ? name.dropFirst() : name[...]
    return bare.split { $0 == "_" || $0 == "." }.contains(where: words.contains)
      || bare.contains("one_time_code") || bare.contains("onetimecode")
  }
}
