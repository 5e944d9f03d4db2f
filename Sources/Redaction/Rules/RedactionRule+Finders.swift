extension RedactionRule {
  /// A secret known by its looks: an anchor, with classes and a pattern around it.
  public struct Value: Sendable, Hashable {
    /// What a match must pass besides.
    public enum Validator: String, Sendable, Hashable, CaseIterable {
      case luhn, iban, ssn, jwt, email, entropy, phone, words, base58
    }

    /// One of these stands in every match. `<digits>`, `<iban>` and `<words>` stand for runs that
    /// the validator looks at.
    public var anchors: [String]
    /// Whether ASCII letters of anchor, lead, pattern and rest match in either case.
    public var fold: Bool
    /// A class with a repeat, taken backwards from the anchor; empty: nothing.
    public var lead: String
    /// What follows the anchor; empty: nothing.
    public var pattern: String
    /// A class that is taken behind the pattern as far as it goes; empty: nothing.
    public var rest: String
    /// The class that may not stand before a match; empty: anything may.
    public var before: String
    /// The class that may not stand behind a match; empty: anything may.
    public var after: String
    /// Whether lead and anchor stay.
    public var keep: Bool
    /// What a match must pass besides.
    public var validator: Validator?
    /// Matches that are none, in small letters.
    public var except: [String]
    /// Names behind which a match is none.
    public var notAfter: [String]

    /// Makes a finder of values; what is not given has the default of catalogs.
    public init(
      anchors: [String], fold: Bool = false, lead: String = "", pattern: String = "",
      rest: String = "", before: String = "[A-Za-z0-9_]", after: String = "[A-Za-z0-9_]",
      keep: Bool = false, validator: Validator? = nil, except: [String] = [],
      notAfter: [String] = []
    ) {
      self.anchors = anchors
      self.fold = fold
      self.lead = lead
      self.pattern = pattern
      self.rest = rest
      self.before = before
      self.after = after
      self.keep = keep
      self.validator = validator
      self.except = except
      self.notAfter = notAfter
    }
  }

  /// A secret known by its name: of a map's key, a header, a flag, a variable.
  public struct Key: Sendable, Hashable {
    /// How far a value without quotes goes in text.
    public enum Extent: String, Sendable, Hashable, CaseIterable {
      case word, phrase, line
    }

    /// What such keys end with; `=name` must be a whole word.
    public var names: [String]
    /// How far a value without quotes goes in text.
    public var value: Extent
    /// Whether a number stays.
    public var keepsNumbers: Bool
    /// Whether text must have `name=value` or a name in quotes.
    public var isStrict: Bool

    /// Makes a finder of keys.
    public init(
      names: [String], value: Extent = .word, keepsNumbers: Bool = false, isStrict: Bool = false
    ) {
      self.names = names
      self.value = value
      self.keepsNumbers = keepsNumbers
      self.isStrict = isStrict
    }
  }

  /// What stands behind the prefix of a path.
  public struct Path: Sendable, Hashable {
    /// What stands before it.
    public var prefixes: [String]
    /// Whether all that follows goes, not one segment alone.
    public var whole: Bool
    /// Whether ASCII letters of prefixes match in either case.
    public var fold: Bool
    /// Segments that stay.
    public var except: [String]

    /// Makes a finder of paths.
    public init(
      prefixes: [String], whole: Bool = false, fold: Bool = false, except: [String] = []
    ) {
      self.prefixes = prefixes
      self.whole = whole
      self.fold = fold
      self.except = except
    }
  }
}
