internal import BuiltInTemplates
internal import CodebookCore
internal import CodebookFiles

/// The templates that a run uses.
enum Templates {
  /// The built-in ones, each target that `folder` holds taking the place of the built-in one of
  /// its name.
  static func load(from folder: String?) throws(Failure) -> TemplateSet {
    let builtIn = BuiltInTemplates.files.map { file in
      TemplateFile(path: file.path, bytes: Array(file.text.utf8))
    }
    guard let folder else { return TemplateSet(files: builtIn) }
    let own = try read(folder)
    let replaced = Set(own.map(\.target))
    return TemplateSet(files: builtIn.filter { !replaced.contains($0.target) } + own)
  }

  private static func read(_ folder: String) throws(Failure) -> [TemplateFile] {
    do throws(FileError) {
      var files: [TemplateFile] = []
      for path in try FolderLister.files(below: folder) where path.contains("/") {
        switch try FileReader.read("\(folder)/\(path)", limit: 16 << 20) {
        case .bytes(let bytes): files.append(TemplateFile(path: path, bytes: bytes))
        case .tooLarge(let size):
          throw FileError("\(folder)/\(path) has \(size) bytes; a template may have 16 MiB")
        }
      }
      guard !files.isEmpty else {
        throw FileError(
          "\(folder) holds no templates", fix: "put them into a folder for each target")
      }
      return files
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }
}
