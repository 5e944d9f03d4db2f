/// Names that a generated symbol cannot have, as compilers have shown.
///
/// What a language allows where the output uses a name is left out: Swift's `open`, `any` and
/// `description` are fine as cases, and so is every Python keyword in capitals.
enum ReservedNames {
  /// Swift's keywords that no identifier can be without backticks.
  static let swiftKeywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]

  /// What an enumeration's case cannot be: keywords, what the enumeration has of its own, and what
  /// `.none` would mean where the value is optional.
  static let swiftCases = swiftKeywords.union(["allCases", "none", "some"])

  /// What a function's argument cannot be.
  static let swiftArguments = swiftKeywords.union(["await"])

  /// What a generated logger has of its own.
  static let swiftLogFunctions: Set<String> = [
    "adopt", "capture", "close", "flush", "install", "record", "sample", "setLevel",
  ]

  /// What every function that logs an event may take, besides what the event declares.
  static let swiftLogArguments: Set<String> = [
    "component", "details", "error", "level", "line", "log", "logger", "message", "self",
    "underlying",
  ]

  /// The same in Python.
  static let pythonLogArguments: Set<String> = ["component", "details", "level", "message"]

  /// Python's keywords, 3.10 to 3.13; `match`, `case` and `type` are names as any other.
  static let pythonKeywords: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// Modules that a generated module of the same name would hide from whoever imports it, and types
  /// that could then not be named: a module's name before the dot is taken for the type.
  static let swiftModules = swiftKeywords.union([
    "Actor", "Android", "Any", "AnyClass", "AnyHashable", "AnyObject", "AnySequence", "Array",
    "BinaryInteger", "Bionic", "Bool", "Builtin", "CaseIterable", "CatalogError", "CatalogInfo",
    "Character", "Clock", "ClosedRange", "Codable", "Collection", "Combine", "Comparable",
    "Component", "ContiguousArray", "ContinuousClock", "CoreFoundation", "CustomStringConvertible",
    "Cxx", "CxxStdlib", "Darwin", "Decodable", "Decoder", "Detail", "DetailType", "Dictionary",
    "Dispatch", "Distributed", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error",
    "ErrorCode", "ErrorDomain", "Event", "EventDescriptor", "ExpressibleByStringLiteral", "Float",
    "Float16", "Foundation", "FoundationEssentials", "Glibc", "Hashable", "Hasher", "Identifiable",
    "InlineArray", "Int", "Int128", "Int16", "Int32", "Int64", "Int8", "Iterator",
    "IteratorProtocol", "JSONType", "KeyPath", "Level", "LocalizedError", "LogField",
    "LosslessStringConvertible", "MainActor", "MemoryLayout", "Mirror", "Musl", "MutableSpan",
    "Never", "Numeric", "ObjectIdentifier", "Observation", "OptionSet", "Optional", "Protocol",
    "RandomAccessCollection", "Range", "RateLimitScope", "RawRepresentable", "RawSpan", "Regex",
    "RegexBuilder", "Result", "Self", "Sendable", "SendableMetatype", "Sequence", "Service", "Set",
    "Slice", "Span", "StaticString", "Strideable", "String", "StringProtocol", "Substring",
    "SuspendingClock", "Swift", "SwiftUI", "Synchronization", "Task", "TaskGroup", "TaskLocal",
    "Testing", "Type", "UInt", "UInt128", "UInt16", "UInt32", "UInt64", "UInt8", "Unicode",
    "Unmanaged", "UnsafePointer", "UnsafeRawPointer", "Void", "WinSDK", "XCTest", "_Concurrency",
    "os",
  ])
}
