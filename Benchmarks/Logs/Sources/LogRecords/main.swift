// Usage: LogRecords FILE COUNT [free]
//
// Writes records of the catalog's events as the runtime writes them, the same for the same count.
// `free` adds what libraries and persons write: messages, paths and tracebacks of their own.

import CodebookRuntime
import PredictionTraderCatalog

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2, let file = arguments.first,
  let count = arguments.dropFirst().first.flatMap({ Int($0) })
else { fatalError("usage: LogRecords FILE COUNT [free]") }

let sink = try BufferedFileSink(path: file)
var day = BusyDay(writingTo: sink, isFree: arguments.last == "free")
for _ in 0..<count { day.writeRecord() }
sink.close()
