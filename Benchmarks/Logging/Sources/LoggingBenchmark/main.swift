// Usage: LoggingBenchmark [FOLDER [RECORDS]]
//
// Nanoseconds a record, each way in turn with the others, in rounds; medians over the rounds. With a
// number of records only those are written, buffered, for what counts their instructions.

import CAllocationCount
import CSpdlogPeer
import CodebookRuntime
import PredictionTraderCatalog

let folder = TemporaryFolder(in: CommandLine.arguments.dropFirst().first ?? "/tmp")
if let records = CommandLine.arguments.dropFirst(2).first.flatMap({ Int($0) }) {
  Ways.writeBuffered(records, in: folder)
} else {
  let report = Comparison(records: 20_000, rounds: 15)
  Ways.compareWrites(report, in: folder)
  Ways.compareBuffered(report, in: folder)
  RedactionWays.compare(report, in: folder)
  Ways.measureDisabled(Comparison(records: 1_000_000, rounds: 15))
  Ways.countAllocations(in: folder)
}
folder.remove()
