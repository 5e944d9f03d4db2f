/// An archive's directory, read as a stranger's word: what libraries put up with in an archive, or
/// hide, is looked for here.
///
/// A bundle is one file behind the other from the first byte on, then the directory, then its end:
/// there is no byte that belongs to nothing, and none that belongs to two files.
package struct ArchiveDirectory {
  /// The most files that are looked at.
  static let maximumCount = 10_000
  private static let endLength = 22
  private static let endSignature: UInt32 = 0x0605_4B50
  private static let maximumLength = 4 << 20

  /// The files; none where the archive cannot be read safely.
  package private(set) var entries: [ArchiveEntry] = []

  /// What is wrong with the archive as such.
  package private(set) var findings: [BundleFinding] = []

  private var names: Set<[UInt8]> = []

  /// Reads the directory of an archive.
  ///
  /// - Throws: `ArchiveError` where the file cannot be read.
  package init(_ file: ArchiveFile) throws(ArchiveError) {
    let isSound = try read(file)
    if !isSound { entries = [] }
  }

  /// Takes the files; `false` where the archive is not to be touched any further.
  private mutating func read(_ file: ArchiveFile) throws(ArchiveError) -> Bool {
    guard let end = try end(of: file) else { return false }
    let directory = try file.bytes(at: end.offset, count: end.length)
    guard let headers = headers(in: directory, count: end.count) else { return false }
    var position = 0
    for (index, named) in headers.enumerated() {
      guard try isSound(named, index, at: position, before: end.offset, in: file) else {
        return false
      }
      position +=
        LocalHeader.length + named.name.count + Int(named.header.compressedBytes)
      add(named, index)
    }
    guard position == end.offset else {
      refuse("there are bytes between its last file and its directory")
      return false
    }
    return true
  }

  private mutating func refuse(_ message: String, member: String? = nil) {
    findings.append(BundleFinding(.unreadable, message, member: member))
  }

  // MARK: - Where the directory is

  private struct End {
    let offset: Int
    let length: Int
    let count: Int
  }

  private mutating func end(of file: ArchiveFile) throws(ArchiveError) -> End? {
    let length = Self.endLength
    let tail =
      file.size < length ? [] : try file.bytes(at: file.size - length, count: length)
    guard tail.count == length, LittleEndian(tail).four(0) == Self.endSignature else {
      refuse(try faultOfTail(of: file))
      return nil
    }
    let end = LittleEndian(tail)
    let (count, size, offset) = (Int(end.two(10)), Int(end.four(12)), Int(end.four(16)))
    guard end.two(4) == 0, end.two(6) == 0, Int(end.two(8)) == count else {
      refuse("it is in several pieces")
      return nil
    }
    guard end.two(20) == 0 else {
      refuse("its end is cut off")
      return nil
    }
    guard offset < Int(UInt32.max), count < Int(UInt16.max) else {
      refuse("it uses the extensions for larger archives, which no bundle does")
      return nil
    }
    guard count <= Self.maximumCount, size <= Self.maximumLength else {
      refuse("its directory has \(count) files and \(size) bytes, more than any bundle's")
      return nil
    }
    guard offset + size == file.size - length else {
      refuse("its directory is not where its end says, or there are bytes before or behind it")
      return nil
    }
    return End(offset: offset, length: size, count: count)
  }

  /// Why there is no end of an archive at the end of the file.
  private func faultOfTail(of file: ArchiveFile) throws(ArchiveError) -> String {
    if file.size == 0 { return "it is empty" }
    let length = min(file.size, Self.endLength + Int(UInt16.max))
    let tail = try file.bytes(at: file.size - length, count: length)
    let signature = [0x50, 0x4B, 0x05, 0x06] as [UInt8]
    let isThere = tail.indices.dropLast(3).contains { tail[$0...].starts(with: signature) }
    return isThere
      ? "it has a comment, or bytes behind its end" : "it is no ZIP archive, or its end is cut off"
  }

  // MARK: - What the directory says

  private struct NamedHeader {
    let header: DirectoryHeader
    let name: [UInt8]
  }

  private mutating func headers(in directory: ArraySlice<UInt8>, count: Int) -> [NamedHeader]? {
    var headers: [NamedHeader] = []
    var rest = directory
    for _ in 0..<count {
      guard let header = DirectoryHeader(rest), header.fullLength <= rest.count else {
        refuse("its directory is damaged behind file \(headers.count)")
        return nil
      }
      let name = rest.dropFirst(DirectoryHeader.length).prefix(header.nameLength)
      headers.append(NamedHeader(header: header, name: Array(name)))
      rest = rest.dropFirst(header.fullLength)
    }
    guard rest.isEmpty else {
      refuse("its directory has more in it than its files")
      return nil
    }
    return headers
  }

  // MARK: - A file

  /// Whether a file can be read at all, and is where the one before it ends.
  private mutating func isSound(
    _ named: NamedHeader, _ index: Int, at position: Int, before end: Int, in file: ArchiveFile
  ) throws(ArchiveError) -> Bool {
    let (header, name) = (named.header, named.name)
    let label = Self.label(name, index)
    guard Int(header.offset) == position, header.disk == 0 else {
      refuse(
        "it does not begin where the file before it ends: files overlap, or there are bytes that "
          + "belong to none", member: label)
      return false
    }
    let length = LocalHeader.length + name.count
    guard position + length + Int(header.compressedBytes) <= end else {
      refuse("it reaches into the archive's directory", member: label)
      return false
    }
    let local = LittleEndian(try file.bytes(at: position, count: length))
    guard local.bytes.count == length, header.localHeader(name: name, like: local) else {
      refuse("what stands before its bytes is not what the directory says of it", member: label)
      return false
    }
    return true
  }

  private mutating func add(_ named: NamedHeader, _ index: Int) {
    let (header, name) = (named.header, named.name)
    let label = Self.label(name, index)
    if let fault = MemberName.fault(name) {
      findings.append(BundleFinding(.memberName, fault, member: label))
    }
    if !names.insert(MemberName.folded(name)).inserted {
      findings.append(
        BundleFinding(
          .memberName, "another file has the same name, or one that differs in case alone",
          member: label))
    }
    findings += MemberKind.faults(of: header).map { BundleFinding(.memberKind, $0, member: label) }
    findings += MemberKind.identities(of: header).map {
      BundleFinding(.identity, $0, member: label)
    }
    entries.append(
      ArchiveEntry(
        index: index, name: name, path: label, bytes: Int(header.bytes),
        compressedBytes: Int(header.compressedBytes), time: header.time,
        isReadable: MemberKind.isReadable(header), checksum: header.checksum,
        offset: Int(header.offset)))
  }

  /// A name that can be shown, or a number.
  private static func label(_ name: [UInt8], _ index: Int) -> String {
    MemberName.fault(name) == nil ? String(decoding: name, as: UTF8.self) : "#\(index + 1)"
  }
}
