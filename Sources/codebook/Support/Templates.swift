internal import BuiltInTemplates
internal import CodebookCore
internal import CodebookFiles

/// The templates that a run uses: the built-in ones, each target that the user's folder holds
/// taking the place of the built-in one of its name.
struct Templates {
  let set: TemplateSet
  /// The user's own, named by paths that the user can open.
  let sources: [SourceText]
  private let folder: String

  init(from folder: String?) throws(Failure) {
    let builtIn = BuiltInTemplates.files.map { file in
      TemplateFile(path: file.path, bytes: Array(file.text.utf8))
    }
    let path = folder.map(Self.withoutSlashes) ?? ""
    let own = folder == nil ? [] : try Self.read(path)
    let replaced = Set(own.map(\.target))
    set = TemplateSet(files: builtIn.filter { !replaced.contains($0.target) } + own)
    sources = own.map { SourceText(name: "\(path)/\($0.path)", bytes: $0.bytes) }
    self.folder = path
  }

  /// Findings in the user's templates, with the path of the file as the user knows it.
  func located(_ errors: TemplateErrors) -> TemplateErrors {
    let names = Set(sources.map(\.name))
    func locate(_ location: inout SourceLocation) {
      let name = "\(folder)/\(location.file)"
      if names.contains(name) { location.file = name }
    }
    return TemplateErrors(
      errors.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        locate(&diagnostic.location)
        diagnostic.notes = diagnostic.notes.map { note in
          var note = note
          if var location = note.location {
            locate(&location)
            note.location = location
          }
          return note
        }
        return diagnostic
      })
  }

  private static func withoutSlashes(_ path: String) -> String {
    let slashes = path.reversed().prefix { $0 == "/" }.count
    return slashes == path.count ? path : String(path.dropLast(slashes))
  }

  /// Whether a file belongs to a target, and is nothing that Python left behind when it ran one.
  private static func isTemplate(_ path: String) -> Bool {
    path.contains("/") && !path.split(separator: "/").contains("__pycache__")
  }

  private static func read(_ folder: String) throws(Failure) -> [TemplateFile] {
    do throws(FileError) {
      var files: [TemplateFile] = []
      for path in try FolderLister.files(below: folder) where isTemplate(path) {
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
