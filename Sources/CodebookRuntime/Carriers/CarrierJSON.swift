/// Why something that another process sent is not what was due, or cannot be sent.
public struct CarrierError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for a person. It never quotes what came.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// JSON from another process, read as strictly as a stranger's letter.
enum CarrierJSON {
  /// The most bytes that a line or a message may have.
  static let maximumBytes = JSONReader.maximumLength

  /// The members of a JSON object.
  static func object(_ text: some Collection<UInt8>) throws(CarrierError) -> LogObject {
    guard text.count <= maximumBytes else {
      throw CarrierError("it is longer than \(maximumBytes) bytes")
    }
    guard String(validating: text, as: UTF8.self) != nil else {
      throw CarrierError("it is not UTF-8")
    }
    let value: LogValue
    do throws(JSONReader.SyntaxError) {
      value = try JSONReader.read(text)
    } catch {
      throw CarrierError("it is not JSON: \(error)")
    }
    guard case .object(let members) = value else { throw CarrierError("it is not a JSON object") }
    guard memberCount(of: value) == colonCount(in: text) else {
      throw CarrierError("an object in it has a key twice")
    }
    return members
  }

  /// The members of all objects in a value.
  private static func memberCount(of value: LogValue) -> Int {
    switch value {
    case .object(let members): members.reduce(members.count) { $0 + memberCount(of: $1.value) }
    case .array(let items): items.reduce(0) { $0 + memberCount(of: $1) }
    default: 0
    }
  }

  /// The colons outside texts: each member has one, also one that another took the place of.
  private static func colonCount(in text: some Collection<UInt8>) -> Int {
    var count = 0
    var isText = false
    var isEscaped = false
    for byte in text {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isText.toggle()
      } else if isText {
        isEscaped = byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: ":") {
        count += 1
      }
    }
    return count
  }
}

extension LogObject {
  /// A member's value; `nil` also for one that is `null`.
  func present(_ key: String) -> LogValue? {
    self[key] == .null ? nil : self[key]
  }

  /// A member that must be a text.
  func text(_ key: String) throws(CarrierError) -> String {
    guard case .string(let text)? = self[key] else {
      throw CarrierError("its \(key) is not a text")
    }
    return text
  }
}
