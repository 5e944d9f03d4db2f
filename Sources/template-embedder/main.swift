// Writes every file below a folder's subfolders into one Swift file of constants.
//
// Usage: template-embedder FOLDER OUTPUT
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: template-embedder FOLDER OUTPUT")
  exit(2)
}
let folder = URL(fileURLWithPath: arguments[1], isDirectory: true).resolvingSymlinksInPath()

/// A raw multi-line literal with more number signs than the text has after any quotes.
func literal(_ text: String) -> String {
  var signs = "#"
  while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
  return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
}

var files: [String] = []
for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
  let file = folder.appendingPathComponent(path)
  let values = try file.resourceValues(forKeys: [.isRegularFileKey])
  let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__pycache__" }
  if values.isRegularFile == true, path.contains("/"), !isHidden { files.append(path) }
}

var output =
  "extension BuiltInTemplates {\n  static let embedded: [(path: String, text: String)] = [\n"
for path in files.sorted() {
  let data = try Data(contentsOf: folder.appendingPathComponent(path))
  guard let text = String(validating: data, as: UTF8.self), !text.contains("\r") else {
    print("\(path): a template must be UTF-8 with LF line ends")
    exit(1)
  }
  output += "    (\n\(literal(path)),\n\(literal(text))\n    ),\n"
}
output += "  ]\n}\n"
try Data(output.utf8).write(to: URL(fileURLWithPath: arguments[2]), options: .atomic)
