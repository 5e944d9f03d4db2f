/// The names of the members of the objects that are being read, the outermost object's first.
///
/// A hash stands for a name: two names of one object with the same hash are for the exact path to
/// tell apart.
struct OpenNames {
  /// An object with more members is for the exact path.
  private static let limit = 48

  private var hashes: [UInt64] = []

  var count: Int { hashes.count }

  mutating func removeAll() { hashes.removeAll(keepingCapacity: true) }

  /// Forgets the names of an object that was read.
  mutating func removeAll(from first: Int) { hashes.removeLast(hashes.count - first) }

  /// Adds a name; `false` where the object, whose names begin at `first`, may have it already.
  @inline(__always)
  mutating func insert(_ name: LineText, from first: Int) -> Bool {
    guard !name.hasEscapes, hashes.count - first < Self.limit else { return false }
    let hash = NameTable.hash(name.start, name.count)
    for index in first..<hashes.count where hashes[index] == hash { return false }
    hashes.append(hash)
    return true
  }
}
