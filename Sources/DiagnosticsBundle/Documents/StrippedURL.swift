/// A URL without what is nobody's business.
enum StrippedURL {
  /// A URL without its user information, and the parameters that overlap a range of its bytes.
  static func text(of url: String, without ranges: [Range<Int>]) -> String {
    let bytes = Array(url.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    guard let question = bytes[..<end].firstIndex(of: UInt8(ascii: "?")) else {
      return String(decoding: withoutUser(bytes[...]), as: UTF8.self)
    }
    let kept = bytes[(question + 1)..<end]
      .split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .filter { parameter in !ranges.contains { overlaps($0, parameter) } }
    let query = kept.isEmpty ? [] : [UInt8(ascii: "?")] + kept.joined(separator: "&".utf8)
    return String(
      decoding: withoutUser(bytes[..<question]) + query + bytes[end...], as: UTF8.self)
  }

  private static func overlaps(_ range: Range<Int>, _ parameter: ArraySlice<UInt8>) -> Bool {
    range.lowerBound < parameter.endIndex && range.upperBound > parameter.startIndex
  }

  /// The user information goes from `://` to the last `@` of the authority.
  private static func withoutUser(_ url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array("://".utf8)
    guard let colon = url.indices.first(where: { url[$0...].starts(with: mark) }) else {
      return url
    }
    let start = colon + mark.count
    let end =
      url[start...].firstIndex {
        [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0)
      }
      ?? url.endIndex
    guard let at = url[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return url }
    return url[..<start] + url[(at + 1)...]
  }
}
