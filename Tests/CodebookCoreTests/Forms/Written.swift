import CodebookCore

/// What a form writes after the start of a line.
func written(
  _ text: String, as form: TextForm, in language: OutputLanguage, after start: String = "",
  trailing: Int = 0
) -> String {
  var output = Array(start.utf8)
  _ = form.write(text, in: language, trailing: trailing, into: &output)
  return String(decoding: output.dropFirst(start.utf8.count), as: UTF8.self)
}
