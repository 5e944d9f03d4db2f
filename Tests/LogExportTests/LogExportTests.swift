import LogExport
import Testing

@Suite struct LogExportTests {
}
