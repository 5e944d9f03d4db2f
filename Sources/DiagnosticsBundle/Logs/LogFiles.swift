#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The files of one log, opened, and what is wrong with those that are no files.
struct LogFiles: Sendable {
  /// One of them, with the size that it had when it was opened: what is appended later is not read.
  struct File: Sendable {
    let file: OpenFile
    let size: Int
    /// Which of them it is: 0 for the active one, 2 for `PATH.2`.
    let number: Int
  }

  /// Why one of them is not there.
  struct Problem: Hashable, Sendable {
    let reason: OmissionReason
    let number: Int
    let detail: String?
  }

  /// The youngest first.
  private(set) var files: [File] = []
  private(set) var problems: [Problem] = []
  private var identities: Set<FileStatus.Identity> = []

  /// Opens the active file, then the younger ones before the older ones: what is set aside
  /// meanwhile is met twice, not missed.
  ///
  /// - Parameter afterOpening: Runs behind the opening of each, for tests.
  init(of path: String, afterOpening: (Int) -> Void = { _ in }) {
    var number = 0
    var missing = 0
    // What sets files aside may be at work: one gap is not the end.
    while missing < 2 {
      let outcome = Self.open(number == 0 ? path : "\(path).\(number)")
      add(outcome, number)
      if number > 0 { missing = outcome.isMissing ? missing + 1 : 0 }
      afterOpening(number)
      number += 1
    }
  }

  private mutating func add(_ outcome: Outcome, _ number: Int) {
    switch outcome {
    case .file(let file, let status):
      guard identities.insert(status.identity).inserted else { return }
      files.append(File(file: file, size: status.size, number: number))
    case .missing:
      if number == 0 { add(.notFound, nil, number) }
    case .notAFile(let kind): add(.notAFile, kind.name, number)
    case .unreadable(let error): add(.unreadable, error.text, number)
    }
  }

  private mutating func add(_ reason: OmissionReason, _ detail: String?, _ number: Int) {
    problems.append(
      Problem(
        reason: reason, number: number,
        detail: detail.map { Problem.detail($0, ofFile: number) }))
  }

  private enum Outcome {
    case file(OpenFile, FileStatus)
    case missing
    case notAFile(FileStatus.Kind)
    case unreadable(SystemError)

    var isMissing: Bool {
      if case .missing = self { true } else { false }
    }
  }

  /// Opens a file, and nothing else: to open a device may have effects, and a FIFO may be there.
  private static func open(_ path: String) -> Outcome {
    do throws(SystemError) {
      let found = try FileStatus(at: path)
      guard found.kind == .file else { return .notAFile(found.kind) }
      let file = try OpenFile(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      let status = try file.status()
      guard status.kind == .file else { return .notAFile(status.kind) }
      return .file(file, status)
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR: return .missing
      case ELOOP: return .notAFile(.link)
      default: return .unreadable(error)
      }
    }
  }
}

extension LogFiles.Problem {
  /// The detail of an omission: of a file that was set aside it tells which one.
  static func detail(_ text: String, ofFile number: Int) -> String {
    number == 0 ? text : ".\(number): \(text)"
  }
}
