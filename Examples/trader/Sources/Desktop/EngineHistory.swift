import CodebookRuntime
import DiagnosticsBundle
import Synchronization

/// What the desktop knows of its engine, for the diagnostics bundle: how it was started, when it was
/// last heard of, how it ended.
final class EngineHistory: Sendable {
  private struct State {
    var attempts = 0
    var launch: ProcessLaunch?
    var heard: Timestamp?
    var shutdown: ProcessShutdown?
  }

  private static let engine = "engine"
  private let state = Mutex(State())

  /// It is being started.
  func starts() {
    state.withLock {
      $0.attempts += 1
      $0.launch = ProcessLaunch(
        process: Self.engine, status: .starting, at: .now(), attempts: $0.attempts)
    }
  }

  /// It said that it is ready, or something else.
  func isHeard() {
    state.withLock {
      $0.heard = .now()
      if $0.launch?.status == .starting { $0.launch?.status = .running }
    }
  }

  /// It ended before it was ready.
  func failedToStart(status: Int32) {
    state.withLock {
      $0.launch?.status = .startFailed
      $0.launch?.exitCode = Int(status)
    }
  }

  /// It ended.
  func ended(status: Int32) {
    state.withLock {
      $0.launch?.status = status == 0 ? .stopped : .crashed
      $0.launch?.exitCode = Int(status)
      $0.shutdown = ProcessShutdown(
        process: Self.engine, result: status == 0 ? .graceful : .crashed, at: .now(),
        exitCode: Int(status))
    }
  }

  /// All of it.
  var part: BundlePart {
    state.withLock { state in
      BundlePart(
        launch: [state.launch ?? ProcessLaunch(process: Self.engine, status: .notStarted)],
        heartbeats: [Heartbeat(process: Self.engine, lastAt: state.heard)],
        shutdown: state.shutdown.map { [$0] } ?? [])
    }
  }
}
