internal import CodebookRuntime

/// Puts together what `process_lifecycle` tells of each process.
enum ProcessReading {
  /// The processes in the order in which the document names them first.
  static func processes(_ lifecycle: LogValue?) -> [StoryProcess] {
    var processes: [StoryProcess] = []
    func add(_ list: String, _ take: (inout StoryProcess, LogValue) -> Void) {
      for value in lifecycle?[list]?.items ?? [] {
        guard let name = value["process"]?.text else { continue }
        let place =
          processes.firstIndex { $0.name == name }
          ?? {
            processes.append(StoryProcess(name: name))
            return processes.count - 1
          }()
        take(&processes[place], value)
      }
    }
    add("launch") { $0.launch = $1 }
    add("heartbeats") { $0.heartbeat = $1 }
    add("shutdown") { $0.shutdown = $1 }
    for index in processes.indices {
      processes[index].crashes = crashes(of: processes[index].name, lifecycle)
    }
    return processes
  }

  /// One crash may stand in both lists, so the longer one counts. Two collectors, such as a process
  /// that answers and the file that it wrote, tell of the same start twice.
  private static func crashes(of name: String, _ lifecycle: LogValue?) -> Int {
    func count(_ list: String, _ member: String) -> Int {
      let crashes = (lifecycle?[list]?.items ?? [])
        .filter { $0["process"]?.text == name && $0[member]?.text == "crashed" }
      let times = crashes.compactMap { $0["at"]?.text }
      return crashes.count - times.count + Set(times).count
    }
    return max(count("launch", "status"), count("shutdown", "result"))
  }
}
