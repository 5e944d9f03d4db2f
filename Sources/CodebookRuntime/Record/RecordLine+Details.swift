extension RecordLine {
  /// Begins the details; what the event declares comes first.
  public mutating func beginDetails(prefix: StaticString) {
    beginDetails(at: buffer.count)
    buffer.append(prefix)
    buffer.append(UInt8(ascii: "{"))
  }

  mutating func beginDetails(at start: Int) {
    details.start = start
    details.hasMember = false
    if guards?.hasPairs == true { details.held = LogObject() }
  }

  mutating func separateMember() {
    if details.hasMember { buffer.append(UInt8(ascii: ",")) }
    details.hasMember = true
  }

  /// Writes a member of the details; nothing for `nil`.
  ///
  /// - Parameter key: The member's name in quotes, with its colon.
  public mutating func detail(_ key: StaticString, text value: String?) {
    guard let value, member(key, .string(value)) else { return }
    key.withName { buffer.appendText(value, key: $0, limit: limits.characters, &redaction) }
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, integer value: Int?) {
    guard let value, member(key, .integer(Int64(value))) else { return }
    buffer.append(integer: Int64(value))
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, number value: Double?) {
    guard let value, member(key, .number(value)) else { return }
    buffer.append(number: value)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, boolean value: Bool?) {
    guard let value, member(key, .boolean(value)) else { return }
    buffer.append(value ? "true" : "false")
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, object value: LogObject?) {
    guard let value, member(key, .object(value)) else { return }
    buffer.append(value, depth: 1, limits: limits, &redaction)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, array value: [LogValue]?) {
    guard let value, member(key, .array(value)) else { return }
    key.withName { buffer.append(value, key: $0, depth: 1, limits: limits, &redaction) }
  }

  /// Begins a member of the details, and gives whether its value is to be written as it is.
  private mutating func member(
    _ key: StaticString, _ value: @autoclosure () -> LogValue
  ) -> Bool {
    if let guards, guards.hasPairs || key.withName({ guards.guardian(of: $0) }) != nil {
      declare(key.withName { String(decoding: $0, as: UTF8.self) }, value())
      return false
    }
    separateMember()
    buffer.append(key)
    return true
  }

  /// Writes a member of what the event declares, or keeps it until all others are known.
  mutating func declare(_ name: String, _ value: LogValue) {
    if details.held != nil {
      details.held?[name] = value
    } else {
      append(declared: name, value, pair: nil)
    }
  }

  /// Writes what operators read of the record's error code; nothing for `nil`.
  public mutating func operatorMessage(_ message: String?) {
    guard let message else { return }
    if details.held != nil {
      details.operatorMessage = message
      return
    }
    appendFingerprints()
    append(operatorMessage: message)
  }

  /// Whether a text is an operator message of the catalog.
  private mutating func isCatalogs(_ message: String) -> Bool {
    if message == knownMessage { return true }
    guard layout.operatorMessageTexts.contains(message) else { return false }
    knownMessage = message
    return true
  }

  mutating func append(operatorMessage message: String) {
    separateMember()
    buffer.append("\"operator_message\":")
    // What the catalog itself says need not be looked at.
    if isCatalogs(message) {
      buffer.appendText(message, limit: limits.characters)
    } else {
      ("operator_message" as StaticString).withName {
        buffer.appendText(message, key: $0, limit: limits.characters, &redaction)
      }
    }
  }
}
