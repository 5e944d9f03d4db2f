internal import CodebookRuntime

/// An object in an array of a document.
protocol DocumentItem {
  /// The object, its members in the order of the format.
  var value: LogValue { get }

  /// Reads the members; whoever calls looks for others.
  init(_ reader: inout DocumentReader) throws(DocumentError)
}

extension DocumentItem {
  /// Reads an array of such objects.
  ///
  /// - Parameter ignoresOthers: Whether members may be there that the format does not have.
  static func items(
    ignoresOthers: Bool = false
  ) -> (LogValue, String) throws(DocumentError) -> [Self] {
    DocumentValue.items { (value, path) throws(DocumentError) in
      var reader = try DocumentReader(value, at: path, ignoresOthers: ignoresOthers)
      let item = try Self(&reader)
      try reader.end()
      return item
    }
  }
}
