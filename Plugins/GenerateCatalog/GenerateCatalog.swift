import Foundation
import PackagePlugin

/// `swift package --allow-writing-to-package-directory generate-catalog`: makes a package's
/// `Generated/` again from its `catalog.yaml`. Arguments go to `codebook generate` as they are.
@main
struct GenerateCatalog: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let package = context.package.directoryURL
    let process = Process()
    process.executableURL = try context.tool(named: "codebook").url
    process.currentDirectoryURL = package
    process.arguments = ["generate"] + arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      // codebook has said why; the exit status of the plugin is what is left to say.
      throw GenerationFailed(status: process.terminationStatus)
    }
  }
}

struct GenerationFailed: Error, CustomStringConvertible {
  let status: Int32

  var description: String { "codebook generate ended with status \(status); see above" }
}
