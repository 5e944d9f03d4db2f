/// Finds what URLs have of users and in their queries.
struct URLDetector {
  private let detection: Detection
  private let text: Text
  private var userResume = 0
  private var queryResume = 0

  init(_ detection: Detection) {
    self.detection = detection
    text = detection.text
  }

  mutating func look(query place: Int) {
    guard let parameter = QueryParameter(text, place, detection.tools.lookup),
      parameter.value >= queryResume
    else { return }
    let end = parameter.end(text)
    guard end > parameter.value else { return }
    queryResume = end
    var shown = end
    let low = max(parameter.value + 1, end - 4)
    while shown > low, Self.trailing.contains(text[shown - 1]) { shown -= 1 }
    let value = Text(text.base + parameter.value, shown - parameter.value)
    guard !Placeholder.isOne(value) else { return }
    detection.add(parameter.value, shown, UInt32(parameter.rule))
  }

  private static let trailing = ByteMask(",;.)]}")

  mutating func look(scheme place: Int) {
    guard place >= userResume else { return }
    var scheme = place
    let limit = max(0, place - 32)
    while scheme > limit, isSchemeByte(text[scheme - 1]) { scheme &-= 1 }
    guard scheme < place else { return }
    let start = place + 3
    let user = UserInfo(text: text, start: start, scheme: Text(text.base + scheme, place - scheme))
    guard let end = user.end, isSecret(start, end) else { return }
    detection.add(start, end, detection.memory.users[0].rule)
    userResume = end
  }

  @inline(__always)
  private func isSchemeByte(_ byte: UInt8) -> Bool {
    let kinds = Bytes.kinds(byte)
    return kinds & (Bytes.alphanumeric | Bytes.joint) != 0 || byte == UInt8(ascii: "+")
  }

  /// Whether a user has a password, or is none that may stay.
  private func isSecret(_ start: Int, _ end: Int) -> Bool {
    let info = Text(text.base + start, end - start)
    if info.count == 0 || info.contains(Bytes.barrier) { return false }
    if info.contains(UInt8(ascii: ":")) { return info.count > 1 }
    let record = detection.memory.users[0]
    for number in 0..<Int(record.count) {
      let user = detection.memory.lists[Int(record.list) + number]
      if info.equals(folded: detection.memory.strings + Int(user.offset), Int(user.count)) {
        return false
      }
    }
    return true
  }
}

/// The `user:password@` behind `scheme://`.
struct UserInfo {
  let text: Text
  let start: Int
  let scheme: Text

  /// The longest that is looked at.
  private static let window = 512
  private static let urlEnd = ByteMask(" \t\n\r\u{0B}\u{0C}\"'<>`").inserting(0xFD...0xFF)
  private static let lineEnd = ByteMask("\r\n\"'<>`").inserting(0xFD...0xFF)
  private static let authorityEnd = ByteMask("/?#")
  private static let web = WordSet("http https ws wss ftp git ssh file")
  private static let at = UInt8(ascii: "@")

  /// The place of the `@` that ends it; `nil` where there is none.
  var end: Int? {
    let limit = min(text.count, start + Self.window)
    let tokenEnd = first(of: Self.urlEnd, start, limit)
    let authorityEnd = first(of: Self.authorityEnd, start, tokenEnd)
    let isWeb = Self.web.contains(scheme)
    if let at = last(start, authorityEnd) {
      if isWeb { return at }
      let queryStart = first(of: ByteMask("?"), start, tokenEnd)
      return max(at, last(start, queryStart) ?? at)
    }
    guard mayHavePassword(authorityEnd, isWeb) else { return nil }
    if let at = last(start, tokenEnd) { return at }
    guard tokenEnd < limit, text[tokenEnd] == Bytes.space, tokenEnd == authorityEnd else {
      return nil
    }
    let lineEnd = first(of: Self.lineEnd, start, limit)
    return last(start, min(lineEnd, tokenEnd + 64))
  }

  /// Whether a colon stands in the authority that no port follows.
  private func mayHavePassword(_ authorityEnd: Int, _ isWeb: Bool) -> Bool {
    guard start < authorityEnd, text[start] != UInt8(ascii: "[") else { return false }
    let colon = first(of: ByteMask(":"), start, authorityEnd)
    guard colon < authorityEnd else { return false }
    if colon + 1 == authorityEnd { return !isWeb }
    return !text.buffer(colon + 1, authorityEnd).allSatisfy(Bytes.isDigit)
  }

  private func first(of bytes: ByteMask, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, !bytes.contains(text[place]) { place &+= 1 }
    return place
  }

  private func last(_ start: Int, _ end: Int) -> Int? {
    var place = end
    while place > start {
      place &-= 1
      if text[place] == Self.at { return place }
    }
    return nil
  }
}
