import Foundation
import PackagePlugin

/// Gives a target the Swift types of its catalog: `catalog.yaml` in the target's folder, else in
/// the package's. Nothing is committed; the types are made anew when the catalog changes.
@main
struct CatalogBuildTool: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let folders = [module.directoryURL, context.package.directoryURL]
    let candidates = folders.map { $0.appending(path: "catalog.yaml") }
    let found = candidates.first { FileManager.default.fileExists(atPath: $0.path()) }
    guard let catalog = found else {
      throw CatalogMissing(target: target.name, looked: candidates.map { $0.path() })
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "Catalog")
    // A folder `codebook-templates` in the package takes the place of the built-in templates.
    let templates = context.package.directoryURL.appending(path: "codebook-templates")
    let own = templateFiles(below: templates)
    return [
      .buildCommand(
        displayName: "Making the types of \(catalog.lastPathComponent) for \(target.name)",
        executable: try context.tool(named: "codebook").url,
        arguments: [
          "generate", "--quiet", "--target", "swift", "--flat",
          "--catalog", catalog.path(percentEncoded: false),
          "--out", output.path(percentEncoded: false),
        ] + (own.isEmpty ? [] : ["--templates", templates.path(percentEncoded: false)]),
        inputFiles: [catalog] + ledgers(beside: catalog) + own,
        outputFiles: SwiftOutputs.names.map { output.appending(path: $0) })
    ]
  }

  /// What was released tells since when an entry is there, or is deprecated.
  private func ledgers(beside catalog: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: catalog.deletingLastPathComponent(), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.lastPathComponent.hasSuffix(".ledger.jsonl") }
      .sorted { $0.path() < $1.path() }
  }

  private func templateFiles(below folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(
      at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: [.isRegularFileKey])
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path() < $1.path() }
  }
}

struct CatalogMissing: Error, CustomStringConvertible {
  let target: String
  let looked: [String]

  var description: String {
    "target \(target) has no catalog; looked for \(looked.joined(separator: " and "))"
  }
}
