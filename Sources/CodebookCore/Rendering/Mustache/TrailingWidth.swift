/// Measures what a template writes after a value on the same line, which a form needs in order to
/// know whether its text fits.
enum TrailingWidth {
  /// The nodes, with `trailing` of each value filled in.
  static func measured(_ nodes: [TemplateNode], in bytes: [UInt8]) -> [TemplateNode] {
    nodes.enumerated().map { index, node in
      guard case .value(let tag, let escaped, _) = node else { return node }
      return .value(
        tag: tag, escaped: escaped, trailing: width(of: nodes[(index + 1)...], in: bytes))
    }
  }

  /// Columns up to the end of the line or the next value. The content of sections counts, since
  /// a line that ends in `{{^-last}},{{/-last}}` mostly has that comma.
  private static func width(of nodes: ArraySlice<TemplateNode>, in bytes: [UInt8]) -> Int {
    var width = 0
    for node in nodes {
      switch node {
      case .text(let range, _):
        for byte in bytes[range] {
          if byte == UInt8(ascii: "\n") { return width }
          if byte & 0xC0 != 0x80 { width += 1 }
        }
      case .lineStart, .value, .partial: return width
      case .section: continue
      }
    }
    return width
  }
}
