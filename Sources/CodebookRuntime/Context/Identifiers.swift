internal import Synchronization

/// What ties the records of one user action or workflow trigger together, across processes.
///
/// Specification, 1.3: opaque and random, a UUID of version 4.
public struct CorrelationID: Hashable, Sendable, CustomStringConvertible {
  @usableFromInline let bits: UUIDBits

  init(bits: UUIDBits) {
    self.bits = bits
  }

  /// Reads the canonical form: 36 characters, small hexadecimal digits. `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let bits = UUIDBits(text.utf8) else { return nil }
    self.bits = bits
  }

  /// A new one.
  public static func random() -> CorrelationID {
    var generator = SystemRandomNumberGenerator()
    return CorrelationID(bits: .random(using: &generator))
  }

  /// The canonical form, as records have it.
  public var description: String { bits.text }
}

/// What ties the records of one run of the application together.
///
/// Specification, 1.3: the desktop process makes it at startup.
public struct SessionID: Hashable, Sendable, CustomStringConvertible {
  @usableFromInline let bits: UUIDBits

  init(bits: UUIDBits) {
    self.bits = bits
  }

  /// Reads the canonical form: 36 characters, small hexadecimal digits. `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let bits = UUIDBits(text.utf8) else { return nil }
    self.bits = bits
  }

  /// A new one.
  public static func random() -> SessionID {
    var generator = SystemRandomNumberGenerator()
    return SessionID(bits: .random(using: &generator))
  }

  /// The process's own, made at startup: what all its loggers have that are given none, since the
  /// actions they log are the same. The one that was adopted, once a logger has adopted one.
  public static var process: SessionID { processSession.withLock { $0 } }

  private static let processSession = Mutex(SessionID.random())

  /// Goes over to a session that another process began, unless the process has gone over already
  /// or never had the session that is left.
  static func adopt(_ session: SessionID, leaving provisional: SessionID) {
    processSession.withLock { if $0 == provisional { $0 = session } }
  }

  /// The canonical form, as records have it.
  public var description: String { bits.text }
}

/// One operation inside an action; it stands beside the correlation ID and never replaces it.
///
/// Specification, 1.3. Sixteen small hexadecimal digits.
public struct SpanID: Hashable, Sendable, CustomStringConvertible {
  @usableFromInline let bits: UInt64

  init(bits: UInt64) {
    self.bits = bits
  }

  /// Reads sixteen small hexadecimal digits. `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var bits: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      guard count < 16, let digit = HexDigits.value(of: byte) else { return nil }
      bits = bits << 4 | digit
      count += 1
    }
    guard count == 16 else { return nil }
    self.bits = bits
  }

  /// A new one.
  public static func random() -> SpanID {
    var generator = SystemRandomNumberGenerator()
    return SpanID(bits: generator.next())
  }

  /// Sixteen hexadecimal digits, as records have them.
  public var description: String {
    String(unsafeUninitializedCapacity: 16) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      HexDigits.write(sixteen: bits, to: start)
      return 16
    }
  }
}
