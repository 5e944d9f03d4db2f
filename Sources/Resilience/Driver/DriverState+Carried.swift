internal import CodebookRuntime

extension DriverState {
  /// What is to be carried over a restart.
  ///
  /// What the app is finding out about is among it: a process that ends meanwhile would not have
  /// found out.
  func carried(_ description: ResilienceDescription, now: Int64) -> CarriedState {
    let carried = CarriedState(machines, description: description, now: now)
    guard !reconciling.isEmpty else { return carried }
    var unknown = Dictionary(grouping: reconciling, by: \.scope).mapValues { $0.map(\.id) }
    for flying in carried.unknown { unknown[flying.scope, default: []] += flying.ids }
    var scopes = description.limiters.map(\.scope)
    // A process before this one may have had others.
    scopes += Set(unknown.keys).subtracting(scopes).sorted()
    return CarriedState(
      epoch: carried.epoch, held: carried.held,
      unknown: scopes.compactMap { scope in
        unknown[scope].map { CarriedState.Unknown(scope: scope, ids: $0) }
      })
  }
}

extension CarriedState {
  /// The requests of which nobody knows what became of them.
  var unknownRequests: [UnknownRequest] {
    unknown.flatMap { unknown in
      unknown.ids.map { UnknownRequest(scope: unknown.scope, id: $0) }
    }
  }
}
