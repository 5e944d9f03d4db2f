/// The sessions that one source's processes had, of each service one after the other.
struct ProcessSessions: Sendable {
  /// A session that comes back after another.
  struct Return: Sendable {
    /// The session that stood between.
    let other: RecordFacts.Bits128
    /// Where that began.
    let otherPlace: StoryPlace
  }

  private struct Current: Sendable {
    var session: RecordFacts.Bits128
    var place: StoryPlace
    /// The last of its times.
    var time: Int64
  }

  private var current: [Current?] = []
  /// When each session that is over had its last record.
  private var former: RecentTable<ServiceSession, Int64>

  init(limit: Int) { former = RecentTable(limit: limit) }

  var forgotten: Int { former.forgotten }

  /// Takes a run of records; tells whether with it an earlier session comes back.
  ///
  /// What comes back with an earlier time than it went, or than the other has, was put together
  /// from several logs: a process's time goes on.
  mutating func take(_ note: StoryNote, at place: StoryPlace) -> Return? {
    guard note.service >= 0, !note.session.isZero else { return nil }
    let service = Int(note.service)
    while current.count <= service { current.append(nil) }
    if current[service]?.session == note.session {
      if note.lastTime != Int64.min { current[service]?.time = note.lastTime }
      return nil
    }
    let before = current[service]
    current[service] = Current(session: note.session, place: place, time: note.lastTime)
    guard let before else { return nil }
    leave(before, service: note.service)
    guard let end = former.value(of: ServiceSession(note.session, note.service)) else { return nil }
    if note.firstTime < max(end, before.time) { return nil }
    return Return(other: before.session, otherPlace: before.place)
  }

  private mutating func leave(_ session: Current, service: Int16) {
    let key = ServiceSession(session.session, service)
    if former.value(of: key, orSet: session.time) != nil { former.replace(key, with: session.time) }
  }
}
