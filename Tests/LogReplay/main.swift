// Holds the lines of standard input against a catalog, and writes for each line what is found in it,
// as an array of texts in JSON: `error log-field-type`. The argument is the catalog's file.

import CodebookCore
import CodebookLogs
import Foundation

let path = CommandLine.arguments[1]
let text = [UInt8](try Data(contentsOf: URL(filePath: path)))
guard let catalog = CatalogLoader.load(SourceText(name: path, bytes: text)).catalog else {
  fatalError("\(path) is no catalog")
}
var checker = RecordChecker(try LogCatalog(catalog))
let input = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
var answers = ""
let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
for line in lines.dropLast() {
  var facts = RecordFacts()
  var findings: [LineFinding] = []
  line.withUnsafeBufferPointer { checker.check($0, &facts, &findings) }
  let words = findings.map { "\"\($0.severity.rawValue) \($0.rule)\"" }
  answers += "[" + words.joined(separator: ",") + "]\n"
}
try FileHandle.standardOutput.write(contentsOf: Data(answers.utf8))
