/// What holds of the checker, the viewer and their kin, whatever bytes they are given.
///
/// The first byte says which part is looked at; what follows is its own.
final class LogPromises {
  enum Part: UInt8, CaseIterable {
    /// `l`: lines, through each path of the checker.
    case lines = 0x6C
    /// `s`: a log as a whole, through all of a check.
    case stream = 0x73
    /// `p`: a packed log.
    case packed = 0x70
    /// `m`: a summary to be merged.
    case summary = 0x6D
    /// `v`: lines that are shown, and converted.
    case shown = 0x76

    var name: String { "\(self)" }
  }

  private var lines = LinePromises()
  private let stream = StreamPromises()
  private let summary = SummaryPromises()
  private let shown = ShownPromises()

  /// Looks at some bytes; `false` where they belong to no part.
  func check(_ input: [UInt8]) throws(BrokenPromise) -> Bool {
    guard let part = input.first.flatMap(Part.init) else { return false }
    let rest = input.dropFirst()
    switch part {
    case .lines: try lines.check(rest)
    case .stream: try stream.check(rest)
    case .packed: try PackedPromises.check(rest)
    case .summary: try summary.check(Array(rest))
    case .shown: try shown.check(rest)
    }
    return true
  }
}
