internal import CodebookRuntime

/// Puts together what `process_lifecycle` tells of each process.
enum ProcessReading {
  /// The processes in the order in which the document names them first.
  static func processes(_ lifecycle: LogValue?) -> [StoryProcess] {
    var processes: [StoryProcess] = []
    var places: [String: Int] = [:]
    func add(_ list: String, _ take: (inout StoryProcess, LogValue) -> Void) {
      for value in lifecycle?[list]?.items ?? [] {
        guard let name = value["process"]?.text else { continue }
        let place = places[name] ?? processes.count
        if place == processes.count { processes.append(StoryProcess(name: name)) }
        places[name] = place
        take(&processes[place], value)
      }
    }
    add("launch") { $0.launch = $1 }
    add("heartbeats") { $0.heartbeat = $1 }
    add("shutdown") { $0.shutdown = $1 }
    let launches = crashes("launch", "status", lifecycle)
    let shutdowns = crashes("shutdown", "result", lifecycle)
    for index in processes.indices {
      // One crash may stand in both lists, so the longer one counts.
      let name = processes[index].name
      processes[index].crashes = max(launches[name] ?? 0, shutdowns[name] ?? 0)
    }
    return processes
  }

  /// How often each process crashed, by one of the lists. Two collectors, such as a process that
  /// answers and the file that it wrote, tell of the same start twice.
  private static func crashes(
    _ list: String, _ member: String, _ lifecycle: LogValue?
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    var times: [String: Set<String>] = [:]
    for value in lifecycle?[list]?.items ?? [] where value[member]?.text == "crashed" {
      guard let name = value["process"]?.text else { continue }
      if let time = value["at"]?.text, !times[name, default: []].insert(time).inserted { continue }
      counts[name, default: 0] += 1
    }
    return counts
  }
}
