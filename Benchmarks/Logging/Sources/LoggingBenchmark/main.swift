// Usage: LoggingBenchmark [FOLDER]
//
// Nanoseconds a record, each way in turn with the others, in rounds; medians over the rounds.

import CAllocationCount
import CSpdlogPeer
import CodebookRuntime
import PredictionTraderCatalog

let folder = TemporaryFolder(in: CommandLine.arguments.dropFirst().first ?? "/tmp")
let report = Comparison(records: 20_000, rounds: 15)
Ways.compareWrites(report, in: folder)
Ways.compareBuffered(report, in: folder)
RedactionWays.compare(report, in: folder)
Ways.measureDisabled(Comparison(records: 1_000_000, rounds: 15))
Ways.countAllocations(in: folder)
folder.remove()
