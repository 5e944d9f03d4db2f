/// The names of the members of the objects that are being read, the outermost object's first.
///
/// A hash stands for a name: two names of one object with the same hash are for the exact path to
/// tell apart.
struct OpenNames {
  /// An object with more members is for the exact path.
  private static let limit = 48

  /// Room for one object in another, sixteen deep, and one more.
  private var hashes = [UInt64](repeating: 0, count: 17 * limit)
  private(set) var count = 0

  mutating func removeAll() { count = 0 }

  /// Forgets the names of an object that was read.
  mutating func removeAll(from first: Int) { count = first }

  /// Adds a name; `false` where the object, whose names begin at `first`, may have it already.
  @inline(__always)
  mutating func insert(_ name: LineText, from first: Int) -> Bool {
    guard !name.hasEscapes, count &- first < Self.limit, count < hashes.count else { return false }
    let hash = NameTable.hash(name.start, name.count)
    for index in first..<count where hashes[index] == hash { return false }
    hashes[count] = hash
    count &+= 1
    return true
  }
}
