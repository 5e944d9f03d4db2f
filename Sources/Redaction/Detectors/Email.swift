/// Addresses of people.
enum Email {
  private static let noDomains = WordSet(
    """
    js ts py tgz gz zip json png jpg jpeg gif svg css html lock whl jar so dll exe service socket \
    timer slice scope target md txt log toml yaml yml xml
    """)
  private static let nobody = WordSet("git hg svn noreply no-reply")
  private static let dot = UInt8(ascii: ".")
  private static let dash = UInt8(ascii: "-")

  /// Whether a text with an `@` is an address, and not a package, a unit or a remote.
  static func isValid(_ match: Text) -> Bool {
    var at = match.count - 1
    while at >= 0, match[at] != UInt8(ascii: "@") { at -= 1 }
    let local = Text(match.base, max(0, at))
    guard hasDomain(Text(match.base + at + 1, match.count - at - 1)) else { return false }
    guard local.count > 0 else { return true }
    return !nobody.contains(local) && local[0] != dot && local[local.count - 1] != dot
  }

  private static func hasDomain(_ domain: Text) -> Bool {
    var (labelStart, labels, place) = (0, 0, 0)
    var isFirstNumber = false
    while true {
      let end = domain.next(dot, from: place)
      guard end > labelStart, domain[labelStart] != dash, domain[end - 1] != dash else {
        return false
      }
      labels += 1
      if labels == 1 {
        isFirstNumber = domain.buffer(0, end).allSatisfy(Bytes.isDigit)
      }
      if end == domain.count { break }
      labelStart = end + 1
      place = labelStart
    }
    let last = Text(domain.base + labelStart, domain.count - labelStart)
    return labels > 1 && !isFirstNumber && isTopLevel(last)
  }

  private static func isTopLevel(_ label: Text) -> Bool {
    guard (2...24).contains(label.count), !noDomains.contains(label) else { return false }
    return label.buffer(0, label.count).allSatisfy { Bytes.kinds($0) & Bytes.letter != 0 }
  }
}
