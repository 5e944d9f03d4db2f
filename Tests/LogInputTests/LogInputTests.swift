import LogInput
import Testing

@Suite struct LogInputTests {
}
