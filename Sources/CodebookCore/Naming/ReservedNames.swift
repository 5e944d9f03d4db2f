/// Names that a generated symbol cannot have.
enum ReservedNames {
  /// Keywords of Swift, and what an enumeration with raw values has of its own.
  static let swift: Set<String> = [
    "actor", "allCases", "any", "as", "associatedtype", "async", "await", "borrowing", "break",
    "case", "catch", "class", "consuming", "continue", "default", "defer", "deinit", "description",
    "descriptor", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "hash", "hashValue", "if", "import", "in", "indirect", "init", "inout",
    "internal", "is", "isolated", "let", "mutating", "nil", "nonisolated", "open", "operator",
    "precedencegroup", "private", "protocol", "public", "rawValue", "repeat", "rethrows", "return",
    "self", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
    "try", "typealias", "var", "where", "while",
  ]

  /// Keywords of Python 3.10 to 3.13.
  static let python: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "match", "nonlocal", "not", "or", "pass", "raise", "return", "self", "try", "type", "while",
    "with", "yield",
  ]

  /// Modules that a generated module of the same name would hide from whoever imports it.
  static let swiftModules: Set<String> = [
    "Combine", "Darwin", "Dispatch", "Foundation", "Glibc", "Observation", "Swift", "SwiftUI",
    "Testing", "XCTest", "Catalog",
  ]

  /// Modules of Python's standard library, and those that nearly every environment has.
  static let pythonModules: Set<String> = [
    "abc", "array", "ast", "asyncio", "base64", "bisect", "builtins", "calendar", "cmath", "code",
    "codecs", "collections", "contextlib", "contextvars", "copy", "csv", "ctypes", "dataclasses",
    "datetime", "decimal", "difflib", "dis", "email", "enum", "errno", "fractions", "functools",
    "gc", "getpass", "glob", "graphlib", "gzip", "hashlib", "heapq", "hmac", "html", "http",
    "imaplib", "importlib", "inspect", "io", "ipaddress", "itertools", "json", "keyword",
    "linecache", "locale", "logging", "lzma", "math", "mimetypes", "mmap", "numbers", "operator",
    "os", "pathlib", "pickle", "pip", "pkgutil", "platform", "pprint", "profile", "queue", "random",
    "re", "sched", "secrets", "select", "setuptools", "shelve", "shlex", "shutil", "signal", "site",
    "socket", "sqlite3", "ssl", "stat", "statistics", "string", "struct", "subprocess", "symtable",
    "sys", "sysconfig", "tarfile", "tempfile", "test", "textwrap", "threading", "time", "timeit",
    "token", "tokenize", "trace", "traceback", "types", "typing", "unicodedata", "unittest",
    "urllib", "uuid", "venv", "warnings", "wave", "weakref", "xml", "zipfile", "zlib", "zoneinfo",
  ]
}
