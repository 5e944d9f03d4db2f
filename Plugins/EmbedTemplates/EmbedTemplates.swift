import Foundation
import PackagePlugin

/// Embeds the templates in the executable: one Swift file of constants, made anew whenever a
/// template is changed, added or removed.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    let templates = try templateFiles(below: module.directoryURL)
    return [
      .buildCommand(
        displayName: "Embedding \(templates.count) templates",
        executable: try context.tool(named: "template-embedder").url,
        arguments: [module.directoryURL.path(percentEncoded: false)]
          + [output.path(percentEncoded: false)],
        inputFiles: templates, outputFiles: [output])
    ]
  }

  /// Every file of the folder but the target's own sources.
  private func templateFiles(below folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(
      at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: [.isRegularFileKey],
      options: .skipsHiddenFiles)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .filter { $0.deletingLastPathComponent() != folder.resolvingSymlinksInPath() }
      .sorted { $0.path() < $1.path() }
  }
}
