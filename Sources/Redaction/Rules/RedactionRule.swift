/// One rule as engines take it: defaults filled in, texts in the portable dialect.
public struct RedactionRule: Sendable, Hashable {
  /// What becomes of a find.
  public enum Action: Sendable, Hashable {
    /// `[redacted:<id>]` stands in its place.
    case omit
    /// Four of its bytes stay: `****abcd`.
    case mask
    /// A one-way fingerprint of that kind stands in the record beside it.
    case fingerprint(kind: String)
  }

  /// How a rule finds.
  public enum Finder: Sendable, Hashable {
    /// A secret known by its looks.
    case value(Value)
    /// A secret known by its name.
    case key(Key)
    /// The `user:password@` of a URL, but for users that may stay without a password.
    case userinfo(except: [String])
    /// The values of a URL's query parameters.
    case query(parameters: [String])
    /// What stands behind the prefix of a path.
    case path(Path)
    /// From `-----BEGIN <label>-----` to its end.
    case block(labels: [String])
    /// Two members of one object, the first's value being the name of the second's.
    case pair(names: [String], values: [String])
  }

  /// Stands in `[redacted:<id>]`.
  public var id: String
  /// What becomes of a find.
  public var action: Action
  /// 0 to 100: overlapping finds have the name of the higher.
  public var priority: Int
  /// How it finds.
  public var finder: Finder

  /// Makes a rule.
  public init(id: String, action: Action = .omit, priority: Int = 50, finder: Finder) {
    self.id = id
    self.action = action
    self.priority = priority
    self.finder = finder
  }
}

/// How far texts are followed; what goes beyond is redacted as a whole.
public struct RedactionLimits: Sendable, Hashable {
  /// How deep containers may nest.
  public var depth: Int
  /// How often a text is decoded.
  public var decodings: Int
  /// How many bytes one text may have.
  public var textBytes: Int

  /// Makes limits; those not given are the defaults.
  public init(depth: Int = 32, decodings: Int = 4, textBytes: Int = 8 << 20) {
    self.depth = depth
    self.decodings = decodings
    self.textBytes = textBytes
  }
}
