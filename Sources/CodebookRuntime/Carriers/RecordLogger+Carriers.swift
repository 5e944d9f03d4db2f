extension RecordLogger {
  /// Takes over the session, the action and the fingerprint key of the process that started this
  /// one.
  ///
  /// Everything outside an action of its own belongs to the sender's from now on. One
  /// `session_adopted` record links the provisional session to the sender's, and
  /// `correlation_replaced` tells of each identifier that was not what it should be.
  ///
  /// - Returns: What the two catalogs are to each other. It is for the product to decide whether
  ///   to go on.
  @discardableResult
  public func adopt(_ bootstrap: Bootstrap) -> CatalogIdentity.Compatibility {
    setFingerprintKey(bootstrap.fingerprintKey)
    adopt(root: bootstrap.context)
    adopt(session: bootstrap.sessionID)
    report(bootstrap.replaced)
    return catalog.identity.compatibility(with: bootstrap.catalog)
  }

  /// Runs a block in the action that a request or a message came from, and logs what was replaced.
  public func accept<Result>(
    _ incoming: IncomingIdentifiers, _ body: () throws -> Result
  ) rethrows -> Result {
    try incoming.context.run {
      report(incoming.replaced)
      return try body()
    }
  }

  /// Runs a block in the action that a request or a message came from, and logs what was replaced.
  public func accept<Result>(
    _ incoming: IncomingIdentifiers, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await incoming.context.run {
      report(incoming.replaced)
      return try await body()
    }
  }

  /// Runs a block in the action that a message came from, and logs what was replaced.
  public func accept<Result>(
    _ envelope: ControlEnvelope, _ body: () throws -> Result
  ) rethrows -> Result {
    try envelope.context.run {
      report(envelope.replaced)
      return try body()
    }
  }

  /// Runs a block in the action that a message came from, and logs what was replaced.
  public func accept<Result>(
    _ envelope: ControlEnvelope, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await envelope.context.run {
      report(envelope.replaced)
      return try await body()
    }
  }

  /// Writes one `correlation_replaced` record for each identifier that was replaced.
  ///
  /// A request that brings none is nothing out of the ordinary: whoever asks need not know of
  /// correlations. Only what is malformed is told of HTTP.
  public func report(_ replaced: [ReplacedIdentifier]) {
    let usual = ReplacedIdentifier(carrier: .http, reason: .missing)
    for identifier in replaced where identifier != usual {
      record(
        .correlationReplaced,
        details: [
          "carrier": .string(identifier.carrier.rawValue),
          "reason": .string(identifier.reason.rawValue),
        ])
    }
  }
}
