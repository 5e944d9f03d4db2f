internal import Synchronization

extension RecordLogger {
  /// The session of the process; a provisional one until another is adopted.
  public var session: SessionID {
    state.withLock { $0.line.session }
  }

  /// What a record would belong to now; the process's own context outside any action.
  public var currentContext: CorrelationContext {
    CorrelationContext.current ?? state.withLock { $0.root }
  }

  /// Goes over to a session that another process began, and logs that under the new session.
  ///
  /// Loggers that are made later have that session, too. One that was made before adopts it for
  /// itself. Nothing is logged where the session is that one already.
  public func adopt(session: SessionID) {
    let provisional = state.withLock { state in
      let provisional = state.line.session
      state.line.session = session
      return provisional
    }
    guard provisional != session else { return }
    SessionID.adopt(session, leaving: provisional)
    record(
      .sessionAdopted, details: ["provisional_session_id": .string(provisional.description)])
  }

  /// Makes a context that another process handed over the one of everything outside any action.
  public func adopt(root: CorrelationContext) {
    state.withLock { $0.root = root }
    CorrelationContext.adopt(root: root)
  }
}
