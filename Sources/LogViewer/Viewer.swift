internal import CodebookLogs

/// What is shown of records, and how.
package struct Viewer {
  package init() {}
}
