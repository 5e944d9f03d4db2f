package import CodebookRuntime

/// Reading of JSON that tests and other processes give.
package enum JSONText {
  /// The object that a text is.
  package static func object(_ text: String, of what: String) throws -> LogObject {
    do {
      if case .object(let object) = try JSONReader.read(text.utf8, limit: .max) { return object }
    } catch {
      throw TimelineError("\(what) is JSON: \(error)")
    }
    throw TimelineError("\(what) is an object")
  }
}

extension LogObject {
  package func integer(_ name: String) -> Int64? {
    if case .integer(let value) = self[name] { value } else { nil }
  }

  package func text(_ name: String) -> String? {
    if case .string(let value) = self[name] { value } else { nil }
  }

  package func flag(_ name: String) -> Bool? {
    if case .boolean(let value) = self[name] { value } else { nil }
  }

  package func object(_ name: String) -> LogObject? {
    if case .object(let value) = self[name] { value } else { nil }
  }

  package func array(_ name: String) -> [LogValue] {
    if case .array(let values) = self[name] { values } else { [] }
  }

  /// The objects of an array.
  package func objects(_ name: String) -> [LogObject] {
    array(name).compactMap { if case .object(let object) = $0 { object } else { nil } }
  }
}
