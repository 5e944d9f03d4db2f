/// The names that Python's output needs beside constants.
extension PythonNames {
  /// An error code as a function's name: `pt_http_429`.
  static func function(_ code: String) -> String { constant(code).lowercased() }

  /// A name as an argument's: one that Python has taken gets an underscore, as its style guide says.
  static func argument(_ name: String) -> String { taken.contains(name) ? "\(name)_" : name }

  /// An argument of a function that logs: one that would be called as the arguments that all of
  /// them have gets an underscore too.
  static func logArgument(_ name: String) -> String {
    ReservedNames.pythonLogArguments.contains(name) ? "\(name)_" : argument(name)
  }

  /// Keywords, and the built-in names that an argument would hide.
  private static let taken: Set<String> = [
    "abs", "aiter", "all", "and", "anext", "any", "as", "ascii", "assert", "async", "await", "bin",
    "bool", "break", "breakpoint", "bytearray", "bytes", "callable", "chr", "class", "classmethod",
    "compile", "complex", "continue", "copyright", "credits", "def", "del", "delattr", "dict",
    "dir", "divmod", "elif", "else", "enumerate", "eval", "except", "exec", "exit", "filter",
    "finally", "float", "for", "format", "from", "frozenset", "getattr", "global", "globals",
    "hasattr", "hash", "help", "hex", "id", "if", "import", "in", "input", "int", "is",
    "isinstance", "issubclass", "iter", "lambda", "len", "license", "list", "locals", "map", "max",
    "memoryview", "min", "next", "nonlocal", "not", "object", "oct", "open", "or", "ord", "pass",
    "pow", "print", "property", "quit", "raise", "range", "repr", "return", "reversed", "round",
    "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "try", "tuple",
    "type", "vars", "while", "with", "yield", "zip",
  ]
}
