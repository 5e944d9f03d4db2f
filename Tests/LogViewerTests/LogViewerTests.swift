import LogViewer
import Testing

@Suite struct LogViewerTests {
}
