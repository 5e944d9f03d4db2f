/// A piece of a message.
public enum MessagePart: Sendable {
  /// What every record's message has, or a name.
  case constant(String)

  /// A value; `…` stands for `nil`.
  case parameter(String, LogValue?)
}

extension MessagePart: ExpressibleByStringLiteral {
  /// What every record's message has.
  public init(stringLiteral value: String) {
    self = .constant(value)
  }
}

extension MessagePart {
  /// A name that stands in a message; `…` for `nil`.
  public static func name(_ name: String?) -> MessagePart {
    .constant(name ?? "…")
  }
}
