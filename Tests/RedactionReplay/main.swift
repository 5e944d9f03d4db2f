// Reads texts from standard input and writes what redaction makes of them, for the comparison with
// Python. The argument is the catalog's JSON.

import ConformanceSupport
import Foundation
import Redaction

let catalog = try CatalogRedaction(Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
let replay = RedactionReplay(Redactor(try catalog.tables))
var requests = RequestReader(Array(try FileHandle.standardInput.readToEnd() ?? Data()))
var answers: [UInt8] = []
while let request = requests.next() {
  answers += replay.answer(request).encoded
}
try FileHandle.standardOutput.write(contentsOf: answers)
