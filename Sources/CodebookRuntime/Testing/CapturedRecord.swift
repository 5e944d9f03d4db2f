/// A record that a test has captured.
public struct CapturedRecord: Sendable {
  /// The line as it would have been written, without its line feed.
  public let line: String

  /// The record's fields, in their order.
  public let fields: LogObject

  private let names: [CatalogDescription.Role: String]

  init(_ line: [UInt8], of catalog: CatalogDescription) throws(JSONReader.SyntaxError) {
    self.line = String(
      decoding: line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...], as: UTF8.self)
    guard case .object(let fields) = try JSONReader.read(line) else {
      throw JSONReader.SyntaxError(reason: "this is no object", offset: 0)
    }
    self.fields = fields
    names = catalog.roleNames
  }

  /// The value of a field; `nil` where the record does not have it.
  public subscript(field: String) -> LogValue? { fields[field] }

  /// The text of a field; `nil` where it is none.
  public func string(_ field: String) -> String? {
    if case .string(let text)? = fields[field] { text } else { nil }
  }

  /// The integer of a field; `nil` where it is none.
  public func integer(_ field: String) -> Int? {
    if case .integer(let integer)? = fields[field] { Int(exactly: integer) } else { nil }
  }

  /// The time, as the record has it.
  public var timestamp: String { text(.timestamp) }

  /// The level's name.
  public var level: String { text(.level) }

  /// The process.
  public var service: String { text(.service) }

  /// The subsystem.
  public var component: String { text(.component) }

  /// The event.
  public var event: String { text(.event) }

  /// The summary for operators.
  public var message: String { text(.message) }

  /// The action that the record belongs to.
  public var correlationID: CorrelationID? { CorrelationID(text(.correlation)) }

  /// The run of the application.
  public var sessionID: SessionID? { SessionID(text(.session)) }

  /// The operation inside the action, if there is one.
  public var spanID: SpanID? { SpanID(text(.span)) }

  /// The failure's code; `nil` where the record has none.
  public var errorCode: String? { names[.errorCode].flatMap(string) }

  /// The key of the rate limiter; `nil` where the record has none.
  public var scope: String? { names[.scope].flatMap(string) }

  /// The details; empty where the record has none.
  public var details: LogObject {
    if let name = names[.details], case .object(let details)? = fields[name] {
      details
    } else {
      [:]
    }
  }

  private func text(_ role: CatalogDescription.Role) -> String {
    names[role].flatMap(string) ?? ""
  }
}

extension CatalogDescription {
  /// The name of the field with each role.
  fileprivate var roleNames: [Role: String] {
    var names: [Role: String] = [:]
    for field in fields {
      if let role = field.role { names[role] = field.name }
    }
    return names
  }
}
