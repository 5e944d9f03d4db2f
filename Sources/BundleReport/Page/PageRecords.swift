internal import CodebookRuntime

/// The records that a page has: not all of those that a big bundle has.
enum PageRecords {
  /// Records that a page has at most.
  static let most = 20_000

  /// Warnings and worse first, then the newest; in the order of their times.
  static func chosen(_ records: [StoryRecord], most: Int = most) -> [StoryRecord] {
    guard records.count > most else { return records }
    let problems = records.count { $0.isProblem }
    var skippedProblems = max(0, problems - most)
    var skippedOthers = records.count - problems - max(0, most - problems)
    return records.filter { record in
      if record.isProblem {
        skippedProblems -= 1
        return skippedProblems < 0
      }
      skippedOthers -= 1
      return skippedOthers < 0
    }
  }

  /// Appends `[file,line,record]` and a line feed.
  static func append(_ record: StoryRecord, to page: inout [UInt8]) {
    page += "[\(record.file),\(record.line),".utf8
    PageText.append(record.bytes, to: &page)
    page += "]\n".utf8
  }
}

/// JSON as it stands in an element of a page.
enum PageText {
  /// Appends JSON in which nothing can end the element that it stands in.
  ///
  /// `<` stands in texts only, where it may be escaped: with a capital letter,
  /// so that the page can tell it from what a log escapes itself. A carriage return stands between values
  /// only, and a page's reader would take it for a line's end.
  static func append(_ json: some Sequence<UInt8>, to page: inout [UInt8]) {
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): page += "\\u003C".utf8
      case UInt8(ascii: "\r"): page.append(UInt8(ascii: " "))
      default: page.append(byte)
      }
    }
  }
}
