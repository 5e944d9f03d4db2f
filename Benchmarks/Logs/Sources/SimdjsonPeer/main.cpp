// Usage: SimdjsonPeer FILE
//
// Parses each line of a file with simdjson, and looks at nothing: what a check costs at least.

#include <cstring>
#include <iostream>
#include <simdjson.h>

int main(int count, char **arguments) {
  if (count != 2) {
    std::cerr << "usage: SimdjsonPeer FILE\n";
    return 2;
  }
  simdjson::padded_string text;
  if (simdjson::padded_string::load(arguments[1]).get(text)) {
    std::cerr << "cannot read " << arguments[1] << "\n";
    return 2;
  }
  simdjson::dom::parser parser;
  size_t faults = 0;
  const char *end = text.data() + text.size();
  for (const char *line = text.data(); line < end;) {
    const char *feed = static_cast<const char *>(std::memchr(line, '\n', end - line));
    if (feed == nullptr) feed = end;
    simdjson::dom::element root;
    // What stands behind the line serves as its padding.
    if (parser.parse(line, feed - line, false).get(root)) faults++;
    line = feed + 1;
  }
  return faults == 0 ? 0 : 1;
}
