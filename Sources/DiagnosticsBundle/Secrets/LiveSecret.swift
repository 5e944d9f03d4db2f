public import Redaction

/// A secret that the product holds while a bundle is made, such as a token or a password.
///
/// What it is stands nowhere but in memory of its own, which is wiped when the last copy goes. Printed
/// or logged it is `[redacted:secret]`.
public struct LiveSecret: Sendable {
  let memory: SecretMemory

  /// A secret of bytes.
  public init(bytes: some Sequence<UInt8>) {
    let memory = SecretMemory(capacity: bytes.underestimatedCount)
    for byte in bytes { memory.append(byte) }
    self.memory = memory
  }

  /// A secret that is a text.
  public init(_ text: String) {
    var text = text
    memory = text.withUTF8 { SecretMemory($0) }
  }

  /// A secret that is a text.
  public init(_ text: Sensitive<String>) {
    self.init(text.reveal())
  }
}

extension LiveSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `[redacted:secret]`.
  public var description: String { "[redacted:secret]" }

  /// `[redacted:secret]`.
  public var debugDescription: String { description }

  /// Without children.
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
