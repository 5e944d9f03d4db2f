import Foundation
import Resilience

// Runs timelines for the suite that compares both languages: a JSON object a line in, one a line
// out; `Tests/python/resilience/replay.py` says what is in them.

var replayer = Replayer()
while let line = readLine() {
  FileHandle.standardOutput.write(Data((replayer.answer(line) + "\n").utf8))
}
