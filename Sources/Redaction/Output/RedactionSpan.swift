/// A place in a text that is redacted; never what stands there.
public struct RedactionSpan: Sendable, Hashable {
  /// The offset of its first byte.
  public var start: Int
  /// The offset behind its last byte.
  public var end: Int
  /// The number of the rule; `Redactor.id(of:)` has its ID.
  public var rule: Int
  /// The quote that the replacement needs on either side, so that JSON stays JSON; 0 for none.
  public var quote: UInt8

  /// Makes a span.
  public init(start: Int, end: Int, rule: Int, quote: UInt8 = 0) {
    self.start = start
    self.end = end
    self.rule = rule
    self.quote = quote
  }
}

/// What was found while something was redacted, to be counted once that is really written.
public struct RedactionFinds: Sendable {
  /// Rules by number, one for each find.
  var rules: [UInt16] = []

  /// Makes an empty list; allocates nothing.
  public init() {}

  /// Whether nothing was found.
  public var isEmpty: Bool { rules.isEmpty }

  /// Adds a value that goes because of its key.
  public mutating func add(_ rule: KeyRule) { rules.append(UInt16(rule.number)) }

  /// Adds a value that is declared sensitive.
  public mutating func addSensitive() { rules.append(RuleLabels.sensitive) }

  /// Adds what was found elsewhere.
  public mutating func add(_ other: RedactionFinds) { rules += other.rules }

  /// Forgets them, keeping the memory.
  public mutating func removeAll() { rules.removeAll(keepingCapacity: true) }

  mutating func add(rule: Int) { rules.append(UInt16(rule)) }
}
