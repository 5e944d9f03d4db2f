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

  /// Without what stands before the last `@` of the authority; where no slash begins one, as in
  /// `bob:word@host`, that of all before the query.
  private static func withoutUser(_ url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let slashes = scheme(of: url).endIndex
    let start = url[slashes...].firstIndex { !"/\\".utf8.contains($0) } ?? url.endIndex
    let ends = start > slashes ? "/?#" : "?#"
    let end = url[start...].firstIndex { ends.utf8.contains($0) } ?? url.endIndex
    guard let at = url[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return url }
    return url[..<start] + url[(at + 1)...]
  }

  /// What a URL begins with, up to its colon; nothing where that is no scheme.
  private static func scheme(of url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let none = url[url.startIndex..<url.startIndex]
    guard let colon = url.firstIndex(of: UInt8(ascii: ":")), let first = url.first,
      isLetter(first), url[..<colon].allSatisfy(isOfScheme)
    else { return none }
    return url[...colon]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || "+.-".utf8.contains(byte)
  }
}
