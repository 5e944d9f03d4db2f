/// One log: a file, standard input, or a set of rotated files.
package struct LogSource: Sendable, Hashable {
  /// Its path as it was given; of a rotated set the path of the youngest file.
  package let name: String
  /// The paths of its files, the oldest first; `-` is standard input.
  package let files: [String]

  package init(name: String, files: [String]) {
    self.name = name
    self.files = files
  }

  package init(_ path: String) { self.init(name: path, files: [path]) }

  /// The logs that paths name. Files that were rotated, `NAME`, `NAME.1`, `NAME.2.gz`, are one log,
  /// whatever their order, where two of them are given or more. The empty file with which a runtime
  /// locks one of them, `NAME.lock`, is none.
  package static func named(_ paths: [String]) -> [LogSource] {
    var sets: [RotatedSet] = []
    let names = Set(paths)
    // Where in `sets` the sets of a stem are, and how often a name came: a set has each once.
    var places: [String: [Int]] = [:]
    var times: [RotatedName: Int] = [:]
    for path in paths where !isLock(path, of: names) {
      let name = RotatedName(path)
      let earlier = times[name, default: 0]
      times[name] = earlier + 1
      // Standard input is no file's name.
      if name.stem != "-", let place = places[name.stem]?.dropFirst(earlier).first {
        sets[place].members.append((name.number, path))
      } else {
        places[name.stem, default: []].append(sets.count)
        sets.append(RotatedSet(members: [(name.number, path)]))
      }
    }
    return sets.map(\.source)
  }
}

/// Files of one stem, each with a number of its own; there is one at least.
private struct RotatedSet {
  var members: [(number: Int, path: String)]

  var source: LogSource {
    let files = members.sorted { $0.number > $1.number }.map(\.path)
    return LogSource(name: files[files.count - 1], files: files)
  }
}

/// What a path says of rotation: `engine.jsonl.2.gz` is the second file that was set aside.
private struct RotatedName: Hashable {
  /// The active file's path.
  let stem: String
  /// 0 for the active file.
  let number: Int

  /// Numbers are short: a longer one is a date.
  private static let digits = 1...4

  init(_ path: String) {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false)
    if let last = parts.last, last == "gz" || last == "zst" { parts.removeLast() }
    guard parts.count > 1, let last = parts.last, Self.digits.contains(last.utf8.count),
      last.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(last), number > 0
    else {
      (stem, number) = (parts.joined(separator: "."), 0)
      return
    }
    (stem, self.number) = (parts.dropLast().joined(separator: "."), number)
  }
}
