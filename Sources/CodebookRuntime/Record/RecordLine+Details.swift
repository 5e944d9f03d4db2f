internal import Redaction

/// How far the details of a record have come.
struct DetailsProgress {
  /// Where the line goes on if nothing stands in them.
  var start = 0
  var hasMember = false
  /// The arguments that were not valid; `nil` where all were, so that nothing is allocated.
  var invalid: [String]?
}

extension RecordLine {
  /// Begins the details; what the event declares comes first.
  public mutating func beginDetails(prefix: StaticString) {
    details.start = buffer.count
    details.hasMember = false
    buffer.append(prefix)
    buffer.append(UInt8(ascii: "{"))
  }

  /// Begins a member of the details, and gives whether its value is to be written: what names a
  /// credential is not.
  ///
  /// - Parameter key: The member's name in quotes, with its colon.
  private mutating func member(_ key: StaticString) -> Bool {
    separateMember()
    buffer.append(key)
    guard key.withUTF8Buffer({ SensitiveKeys.names(credential: $0) }) else { return true }
    buffer.append(LineBuffer.redacted)
    return false
  }

  mutating func separateMember() {
    if details.hasMember { buffer.append(UInt8(ascii: ",")) }
    details.hasMember = true
  }

  /// Writes a member of the details; nothing for `nil`.
  ///
  /// - Parameter key: The member's name in quotes, with its colon.
  public mutating func detail(_ key: StaticString, text value: String?) {
    guard let value, member(key) else { return }
    text(value)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, integer value: Int?) {
    guard let value, member(key) else { return }
    integer(value)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, number value: Double?) {
    guard let value, member(key) else { return }
    number(value)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, boolean value: Bool?) {
    guard let value, member(key) else { return }
    boolean(value)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, object value: LogObject?) {
    guard let value, member(key) else { return }
    object(value)
  }

  /// Writes a member of the details; nothing for `nil`.
  public mutating func detail(_ key: StaticString, array value: [LogValue]?) {
    guard let value, member(key) else { return }
    array(value)
  }

  /// Writes what operators read of the record's error code; nothing for `nil`.
  public mutating func operatorMessage(_ message: String?) {
    detail("\"operator_message\":", text: message)
  }

  /// Ends the details with the arguments that were not valid and with what the caller adds.
  ///
  /// - Parameters:
  ///   - more: What the caller adds.
  ///   - suffix: What follows the details, if there are any.
  ///   - isRequired: Whether the record has details even where nothing stands in them.
  public mutating func endDetails(
    adding more: LogObject, suffix: StaticString = "", isRequired: Bool = false
  ) {
    if let names = details.invalid { appendInvalid(names) }
    if !more.isEmpty { append(more) }
    if details.hasMember || isRequired {
      buffer.append(UInt8(ascii: "}"))
      buffer.append(suffix)
    } else {
      buffer.truncate(to: details.start)
    }
  }

  private mutating func appendInvalid(_ names: [String]) {
    separateMember()
    buffer.append("\"_invalid\":[")
    for (index, name) in layout.ordered(names, ofEvent: event).enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      self.name(name)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  /// Writes what the caller adds: as many members as the limits let through.
  private mutating func append(_ more: LogObject) {
    let kept = min(more.count, limits.items)
    var keys = WrittenKeys(of: more)
    for index in 0..<kept {
      guard !buffer.hasOverflowed else { return }
      let member = more.members[index]
      let isTooLong = member.key.utf8.count > RecordLimits.keyCharacters
      let isReserved = layout.reserves(member.key, inDetailsOf: event)
      separateMember()
      if isTooLong || isReserved || keys.wereAltered {
        var key = isTooLong ? LineBuffer.cutKey(member.key) : member.key
        if isReserved { key += "_" }
        let isAltered = isTooLong || isReserved
        buffer.append(key: keys.unique(key, isAltered: isAltered, at: index))
      } else {
        buffer.append(key: member.key)
      }
      buffer.appendMember(member, depth: 1, limits: limits)
    }
    if kept < more.count {
      separateMember()
      buffer.appendCutMember(more.count - kept, key: WrittenKeys.cutMark)
    }
  }
}
