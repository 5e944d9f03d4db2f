internal import CodebookCore
internal import CodebookLogs
internal import Synchronization

/// Findings that are printed when they are met: the first of each group at once, how often it came
/// again at the end.
final class LiveFindings: Sendable {
  private let files: [String]
  private let color: Bool
  private let columns: Int?
  private let console: Console
  private let maximum: Int
  private let shown = Mutex(0)

  init(_ request: LogCheckRequest, _ settings: Settings) {
    files = request.files
    maximum = request.maximumFindings
    color = settings.color.isOn
    columns = settings.columns
    console = settings.console
  }

  func show(_ group: FindingGroup) {
    let isShown = shown.withLock { shown in
      shown += 1
      return shown <= maximum
    }
    guard isShown else { return }
    // How often it comes is not known yet.
    var first = group
    first.count = 1
    console.print(Report.text(of: first.diagnostic(files), color: color, columns: columns))
  }

  /// Tells what came again, of what was shown.
  func finish(_ groups: [FindingGroup]) {
    for group in groups.prefix(maximum) where group.count > 1 {
      var diagnostic = group.diagnostic(files)
      diagnostic.excerpt = nil
      diagnostic.fix = nil
      diagnostic.notes = [group.repetition(files)]
      console.print(Report.text(of: diagnostic, color: color, columns: columns))
    }
  }
}
