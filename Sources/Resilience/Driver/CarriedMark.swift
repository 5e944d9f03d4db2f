/// What is carried over, by points in time: the same one as long as nothing changes but time.
struct CarriedMark: Equatable {
  private struct Held: Equatable {
    let scope: String
    let until: Int64
    let strikes: Int64
    let isParked: Bool
  }

  private let epoch: Int64
  private let held: [Held]
  private let unknown: [CarriedState.Unknown]

  init(_ carried: CarriedState, now: Int64) {
    epoch = carried.epoch
    held = carried.held.map {
      Held(
        scope: $0.scope, until: $0.remainingMS > 0 ? now + $0.remainingMS : 0,
        strikes: $0.strikes, isParked: $0.isParked)
    }
    unknown = carried.unknown
  }
}
