internal import CodebookRuntime

/// The bundle's files with what is in them.
enum FileListing {
  static func files(
    _ contents: BundleContents, _ documents: BundleDocuments, _ records: [StoryRecord]
  ) -> [StoryFile] {
    let logs = Set(documents.logs.map(\.place))
    var files = contents.files.enumerated().map { place, file in
      StoryFile(
        path: file.path, bytes: file.bytes.count, records: logs.contains(place) ? 0 : nil,
        unavailable: documents.unavailable[file.path].map { meaning(of: $0, file.path) }
          ?? (documents.unreadable.contains(file.path) ? "it is no JSON" : nil))
    }
    for record in records {
      files[record.file].records = (files[record.file].records ?? 0) + 1
      files[record.file].first = min(files[record.file].first ?? record.time, record.time)
      files[record.file].last = max(files[record.file].last ?? record.time, record.time)
    }
    return files
  }

  private static func meaning(of reason: String, _ path: String) -> String {
    StoryOmission(["path": .string(path), "reason": .string(reason)]).meaning
  }
}
