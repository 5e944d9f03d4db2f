/// A value that is never rendered: not by printing, interpolation, dumping, mirrors or encoding.
public struct Sensitive<Value> {
  private let value: Value

  /// Wraps a value.
  public init(_ value: Value) { self.value = value }

  /// The value itself; whoever asks answers for where it goes.
  public func reveal() -> Value { value }
}

extension Sensitive: Sendable where Value: Sendable {}

extension Sensitive: Equatable where Value: Equatable {}

extension Sensitive: Hashable where Value: Hashable {}

/// What stands in place of any sensitive value.
private let sensitiveMark = "[redacted:sensitive]"

extension Sensitive: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable,
  CustomPlaygroundDisplayConvertible, TextOutputStreamable
{
  /// `[redacted:sensitive]`.
  public var description: String { sensitiveMark }

  /// `[redacted:sensitive]`.
  public var debugDescription: String { sensitiveMark }

  /// Without children.
  public var customMirror: Mirror { Mirror(reflecting: sensitiveMark) }

  /// `[redacted:sensitive]`.
  public var playgroundDescription: Any { sensitiveMark }

  /// Writes `[redacted:sensitive]`.
  public func write(to target: inout some TextOutputStream) { target.write(sensitiveMark) }
}

extension Sensitive: Encodable {
  /// Encodes `[redacted:sensitive]`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(sensitiveMark)
  }
}
