/// The catalog that `codebook init` writes: small, complete, and clean by every rule.
struct StarterCatalog {
  let name: String
  let prefix: String
  let swiftModule: String
  let pythonPackage: String

  /// - Parameters:
  ///   - name: The product's name, as people write it.
  ///   - prefix: What error codes begin with; made from the name where absent.
  init(name: String, prefix: String?) {
    self.name = name
    let words = Self.words(of: name)
    self.prefix = prefix ?? Self.prefix(from: words)
    swiftModule = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Catalog"
    pythonPackage = (words.map { $0.lowercased() } + ["catalog"]).joined(separator: "_")
  }

  /// The ASCII words of a name; what begins with a digit, or holds nothing else, is left to `my`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    let startsWithLetter = words.first?.unicodeScalars.first?.properties.isAlphabetic ?? false
    return startsWithLetter ? words : ["My"] + words
  }

  private static func prefix(from words: [String]) -> String {
    let initials = words.compactMap(\.first).map { String($0).uppercased() }.joined()
    return initials.count >= 2 ? initials : String(words[0].uppercased().prefix(4))
  }

  /// The whole file.
  var text: String {
    """
    # What \(Self.plain(name)) logs and which error codes it raises. To make everything from it:
    #   codebook generate
    # and in CI, to see that nobody forgot:
    #   codebook check
    codebook: 1

    product:
      name: \(Self.quoted(name))
      prefix: \(prefix)
      version: 0.1.0
      swift_module: \(swiftModule)
      python_package: \(pythonPackage)

    style:
      user_max_length: 80
      user_forbidden_words: [exception, HTTP, "null", password, SQL, stack, token]
      user_action_words: [again, automatically, check, please, restart, retry, retrying, try, wait]
      operator_action_words: [check, inspect, review, verify]

    levels:
      DEBUG: {severity: 5}
      INFO: {severity: 9}
      WARN: {severity: 13}
      ERROR: {severity: 17}

    services:
      app: {description: The process that people use.}

    components:
      lifecycle: {service: app, description: Starting and stopping.}
      storage: {service: app, description: Keeps what people enter.}

    fields:
      ts: {type: string, required: true, role: timestamp, description: When it happened; UTC.}
      level: {type: string, required: true, role: level, description: How severe it is.}
      service: {type: string, required: true, role: service, description: The process.}
      component: {type: string, required: true, role: component, description: The subsystem.}
      event: {type: string, required: true, role: event, description: What happened.}
      message: {type: string, required: true, role: message, description: The same for people.}
      correlation_id: {type: string, required: true, role: correlation, description: The operation.}
      session_id: {type: string, required: true, role: session, description: The run of the product.}
      span_id: {type: string, role: span, description: The step inside the operation.}
      error_code: {type: string, role: error_code, description: The code of the failure.}
      attempt: {type: integer, minimum: 1, description: "How many tries, this one included."}
      details: {type: object, role: details, description: What else is known.}

    record_order:
      [ts, level, service, component, event, message, correlation_id, session_id, span_id,
       error_code, attempt, details]

    domains:
      DB: {category: Storage}

    errors:
      \(prefix)-DB-001:
        user: Your changes are not saved yet. Retrying in {retry_after_s} seconds.
        operator: Storage could not be written; inspect disk space and permissions.
        parameters:
          retry_after_s: {type: integer, sensitivity: public, fallback: a few}

    events:
      app_started:
        level: INFO
        service: app
        component: lifecycle
        message: Started
        details:
          version: {type: string, sensitivity: public, description: The version that started.}
      save_failed:
        level: ERROR
        service: app
        component: storage
        requires: [error_code, attempt]
        errors: [\(prefix)-DB-001]
        message: Changes could not be saved

    bundle:
      name: \(archive)-diagnostics-<utc_timestamp>-<short_session_id>.zip
      format: zip
      description: What a user sends to support when something went wrong.
      files:
        manifest.json: {role: manifest, contents: {files: "What is in the bundle, and what is not."}}
        logs/app.log.jsonl: {role: log, service: app, contents: {records: The last records.}}
        config/environment.json:
          role: environment
          contents: {runtimes: Versions., platform: The operating system.}
        errors/recent-errors.json:
          role: recent_errors
          contents: {errors: "The codes in the logs, with how often and when."}

    """
  }

  /// What the name of a bundle begins with.
  private var archive: String {
    String(pythonPackage.dropLast("_catalog".count).replacing("_", with: "-").prefix(60))
  }

  /// A text without what cannot stand in a comment.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// A YAML double-quoted scalar.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
