internal import CodebookCore
internal import CodebookFiles
internal import CodebookLogs

/// Files with a summary on each line, which are added up as they are read.
struct SummaryFiles {
  private let names: CountedNames
  private let reader: SummaryReader
  /// Of so many summaries it is known that they were there.
  private static let mostRemembered = 1 << 20

  init(_ catalog: LogCatalog) {
    names = CountedNames(catalog)
    reader = SummaryReader(names)
  }

  /// What all of them come to, and how many there are.
  ///
  /// - Parameter twice: Told the place of a summary that was there before, byte for byte.
  func merged(
    _ paths: [String], twice: (String) -> Void
  ) throws(Failure) -> (summary: LogSummary, count: Int) {
    var sum = LogSummary(names)
    var count = 0
    var seen: Set<Int> = []
    for path in paths {
      let before = count
      try read(path) { (line, number) throws(Failure) in
        let place = "\(Self.name(path)):\(number)"
        try add(line, to: &sum, at: place)
        count += 1
        if seen.count < Self.mostRemembered, !seen.insert(line.hashValue).inserted { twice(place) }
      }
      guard count > before else {
        throw Failure("\(Self.name(path)) has no summary", fix: SummaryError.remedy)
      }
    }
    return (sum, count)
  }

  private static func name(_ path: String) -> String { path == "-" ? "<stdin>" : path }

  private func add(
    _ line: ArraySlice<UInt8>, to sum: inout LogSummary, at place: String
  ) throws(Failure) {
    let part: LogSummary
    do throws(SummaryError) {
      part = try reader.read(line)
    } catch {
      throw Failure("\(place): \(error)", fix: error.fix)
    }
    do throws(LogSummary.MergeError) {
      try sum.merge(part)
    } catch {
      throw Failure("\(place): all summaries together count more than 2^53-1")
    }
  }

  /// Gives each line that is not blank, with its number.
  private func read(
    _ path: String, _ take: (ArraySlice<UInt8>, Int) throws(Failure) -> Void
  ) throws(Failure) {
    var rest: [UInt8] = []
    var number = 0
    func give(_ line: ArraySlice<UInt8>) throws(Failure) {
      number += 1
      if line.contains(where: { $0 > 0x20 }) { try take(line, number) }
    }
    let chunks = try Chunks(path)
    while true {
      let chunk = try chunks.next()
      guard !chunk.isEmpty else { break }
      var start = chunk.startIndex
      while let feed = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
        if rest.isEmpty {
          try give(chunk[start..<feed])
        } else {
          try give((rest + chunk[start..<feed])[...])
          rest = []
        }
        start = feed + 1
      }
      rest += chunk[start...]
      guard rest.count <= SummaryReader.mostBytes else {
        throw Failure(
          "\(Self.name(path)):\(number + 1): is longer than any summary",
          fix: SummaryError.remedy)
      }
    }
    try give(rest[...])
  }

  /// A file piece by piece.
  private struct Chunks: ~Copyable {
    private let chunks: FileChunks

    init(_ path: String) throws(Failure) {
      do throws(FileError) {
        chunks = try FileChunks(path)
      } catch {
        throw Failure(error.description, fix: error.fix)
      }
    }

    func next() throws(Failure) -> [UInt8] {
      do throws(FileError) {
        return try chunks.next()
      } catch {
        throw Failure(error.description, fix: error.fix)
      }
    }
  }
}
