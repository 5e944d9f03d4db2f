// Reads calls of the logging runtime from standard input, a JSON object a line, and writes the
// line that each gives.

import CodebookCore

let parser = JSONParser()
while let line = readLine() {
  guard let lines = Replay(line, parser)?.lines() else {
    print("no call: \(line.prefix(200))")
    continue
  }
  print(lines.joined(), terminator: "")
}
